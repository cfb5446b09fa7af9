import type { Core } from '@strapi/strapi';
import { engineOf, readWith } from 'strapi-plugin-kit/database';

import { keptOf } from '../kept/kept';
import { builderOf, type DatabaseQuery } from '../plans/compile/database-query';
import { listedIds } from '../plans/compile/listed-ids';
import { readFilters } from '../plans/compile/read-filters';
import { findTarget } from './find-target';

type Find = (uid: string, query?: DatabaseQuery) => Promise<unknown>;

/** A page of more is read as Strapi reads it. */
const MOST = 1000;

/** Whether a list is sorted by one column alone, from its highest value down. */
const isSortedBy = (
  strapi: Core.Strapi,
  uid: string,
  orderBy: unknown,
  column: string
): boolean => {
  const builder = builderOf(strapi, uid);
  builder.init({ orderBy, select: ['id'] });
  builder.getKnexQuery();
  const [first, ...others] = builder.state.orderBy;
  return (
    others.length === 0 &&
    first?.column === `${builder.alias}.${column}` &&
    first.order?.toLowerCase() === 'desc'
  );
};

/**
 * Has the documents of one related document be found in the listing that the database keeps of them, where
 * Strapi asks for a page of them in its order: it would go over all of them for each page. What it reads of
 * them, and how, stays as it is. GraphQL's lists, those of people who are logged in, and what plans are
 * learned from are read so.
 */
export const listKept = (strapi: Core.Strapi): void => {
  const { db } = strapi;
  const manager = db.entityManager as unknown as { findMany: Find };
  const find: Find = manager.findMany.bind(manager);
  const kept = keptOf(strapi);

  /** The ids of a page; null where they are not kept. */
  const listed = async (uid: string, query: DatabaseQuery): Promise<readonly number[] | null> => {
    const { limit, offset = 0, orderBy } = query;
    if (!kept.isFilled(uid) || limit === undefined || limit < 1 || limit > MOST) return null;
    const { by, locale } = readFilters(strapi, uid, query) ?? { by: null, locale: null };
    const listing = by && kept.listing(uid, by.relation);
    if (listing === null || (listing.locale !== null) !== (locale !== null)) return null;
    if (!isSortedBy(strapi, uid, orderBy, listing.orderOf)) return null;
    const rowId = by && (await findTarget(strapi, uid, by));
    if (by === null || rowId === null) return null;
    const total = await kept.countOf(uid, { relation: by.relation, rowId }, locale);
    if (total === null) return null;
    const inLocale = locale === null ? [] : [locale];
    const rows = await readWith(db, (connection) =>
      engineOf(db).query<{ readonly id: number | string }>(
        connection,
        listedIds(strapi, listing, '?'),
        [rowId, ...inLocale, limit, offset]
      )
    );
    // Between the two another process may have begun to make the listing anew.
    return rows.length === 0 && offset < total ? null : rows.map(({ id }) => Number(id));
  };

  manager.findMany = async (uid, query = {}) => {
    const ids = await listed(uid, query);
    if (ids === null) return find(uid, query);
    const { filters: _, offset: __, ...asked } = query;
    if (ids.length === 0) return [];
    const { draftAndPublish } =
      strapi.contentTypes[uid as keyof typeof strapi.contentTypes]?.options ?? {};
    // What has been taken from the public since the listing was read is not shown.
    const isShown = draftAndPublish === true ? { publishedAt: { $notNull: true } } : {};
    return find(uid, { ...asked, where: { id: { $in: ids }, ...isShown } });
  };
};
