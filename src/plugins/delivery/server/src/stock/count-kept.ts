import type { Core } from '@strapi/strapi';

import { keptOf } from '../kept/kept';
import type { DatabaseQuery } from '../plans/compile/database-query';
import { readFilters } from '../plans/compile/read-filters';
import { findTarget } from './find-target';

type Count = (uid: string, query?: DatabaseQuery) => Promise<number>;

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
