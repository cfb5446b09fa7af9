import type { Core } from '@strapi/strapi';

import type { CompiledLevel } from './compile-level';
import { builderOf, type DatabaseQuery, modelOf } from './database-query';
import { type ListedRows, listedIds } from './listed-ids';
import type { KeptList } from '../plan';
import { type ListFilters, readFilters } from './read-filters';
import { cutStatement } from '../statement';

interface Text {
  readonly sql: string;
  readonly bindings: readonly unknown[];
}

/** What a database keeps of lists, as far as plans ask for it. */
export interface KeptLists {
  isFilled(uid: string): boolean;
  /** A query of one value: how many rows are listed by one that the statement around it names. */
  countIn(uid: string, relation: string | null, locale: string | null, target: string): Text | null;
  /** Rows in the order of a list, by what lists them. */
  plannedListing(uid: string, relation: string): (ListedRows & { readonly orderOf: string }) | null;
}

type By = NonNullable<ListFilters['by']>;

/** More than one row that lists: then lists have documents in common, which count once. */
const TOO_MANY = 2;

/** A query of the rows that list, of which there should be one. */
const targetsOf = (strapi: Core.Strapi, uid: string, { relation, where }: By): Text => {
  const { target = '' } = modelOf(strapi, uid).attributes[relation] ?? {};
  const builder = builderOf(strapi, target);
  builder.init({ where, select: ['id'], limit: TOO_MANY });
  return builder.getKnexQuery().toSQL();
};

const compileDocuments = (
  strapi: Core.Strapi,
  uid: string,
  { by, locale }: ListFilters,
  targets: Text,
  { order, around }: CompiledLevel,
  kept: KeptLists
): KeptList['documents'] => {
  const listing = by && kept.plannedListing(uid, by.relation);
  if (listing === null || (listing.locale !== null) !== (locale !== null)) return null;
  const [first, last, ...others] = order;
  const isIts =
    first?.[0] === listing.orderOf &&
    first[1] === 'desc' &&
    last?.[0] === 'id' &&
    last[1] === 'asc' &&
    others.length === 0;
  if (!isIts) return null;
  return around({
    sql: listedIds(strapi, listing, `(select max(listing.id) from (${targets.sql}) as listing)`),
    bindings: [...targets.bindings, ...(locale === null ? [] : [locale]), null, null],
  });
};

/**
 * Compiles how a list is read of what the database keeps: how many documents it has, and, in the order of
 * its listing, which.
 *
 * @returns null where nothing is kept of such a list
 */
export const compileKept = (
  strapi: Core.Strapi,
  uid: string,
  query: DatabaseQuery,
  level: CompiledLevel,
  kept: KeptLists
): KeptList | null => {
  const filters = readFilters(strapi, uid, query);
  if (filters === null) return null;
  const { by, locale } = filters;
  if (by === null) {
    const count = kept.countIn(uid, null, locale, '0');
    return count && { total: cutStatement(count.sql, count.bindings), documents: null };
  }
  const count = kept.countIn(uid, by.relation, locale, 'listing.id');
  if (count === null) return null;
  const targets = targetsOf(strapi, uid, by);
  return {
    total: cutStatement(`select (${count.sql}) as total from (${targets.sql}) as listing`, [
      ...count.bindings,
      ...targets.bindings,
    ]),
    documents: compileDocuments(strapi, uid, filters, targets, level, kept),
  };
};
