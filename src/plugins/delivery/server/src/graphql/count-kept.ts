import type { Core } from '@strapi/strapi';

import { keptOf } from '../kept/kept';
import { builderOf, type DatabaseQuery, modelOf } from '../plans/compile/database-query';
import { type ListFilters, readFilters } from '../plans/compile/read-filters';

type Count = (uid: string, query?: DatabaseQuery) => Promise<number>;
type By = NonNullable<ListFilters['by']>;

/** The one row that a filter of a relation is about; null where there are none or several. */
const findTarget = async (
  strapi: Core.Strapi,
  uid: string,
  { relation, where }: By
): Promise<number | null> => {
  const { target = '' } = modelOf(strapi, uid).attributes[relation] ?? {};
  const builder = builderOf(strapi, target);
  builder.init({ where, select: ['id'], limit: 2 });
  const rows = (await builder.execute({ mapResults: false })) as readonly { readonly id: number }[];
  return rows.length === 1 ? (rows[0]?.id ?? null) : null;
};

/**
 * Has lists be counted by what the database keeps, where they are of all published documents or of those of
 * one related document: the totals of GraphQL's connections, and of REST where it has no plan.
 */
export const countKept = (strapi: Core.Strapi): void => {
  const manager = strapi.db.entityManager as unknown as { count: Count };
  const count: Count = manager.count.bind(manager);
  const kept = keptOf(strapi);

  const known = async (uid: string, query: DatabaseQuery): Promise<number | null> => {
    if (!kept.isFilled(uid)) return null;
    const filters = readFilters(strapi, uid, query);
    if (filters === null) return null;
    const { by, locale } = filters;
    if (by === null) return kept.countOf(uid, null, locale);
    if (kept.plannedListing(uid, by.relation) === null) return null;
    const rowId = await findTarget(strapi, uid, by);
    return rowId === null ? null : kept.countOf(uid, { relation: by.relation, rowId }, locale);
  };

  manager.count = async (uid, query = {}) => (await known(uid, query)) ?? count(uid, query);
};
