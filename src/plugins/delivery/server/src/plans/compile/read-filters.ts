import type { Core } from '@strapi/strapi';
import { lookUpOf } from 'strapi-plugin-kit/database';

import { type DatabaseQuery, modelOf } from './database-query';
import { type Fields, isFields } from './populate-map';

/** Which published documents of a type a list has: all, or those that are linked to one row. */
export interface ListFilters {
  /** What they are linked to: a relation, and what tells its rows from others. Null for all documents. */
  readonly by: { readonly relation: string; readonly where: Fields } | null;
  /** The one language that is asked for; null where none is. */
  readonly locale: string | null;
}

/** The parts of a filter that all have to hold; null for anything but these. */
const partsOf = (where: unknown): readonly (readonly [string, unknown])[] | null => {
  if (where === undefined || where === null) return [];
  const members: readonly unknown[] = Array.isArray(where) ? where : [where];
  const parts: (readonly [string, unknown])[] = [];
  for (const member of members) {
    if (!isFields(member)) return null;
    for (const [key, value] of Object.entries(member)) {
      const below = key === '$and' ? partsOf(value) : [[key, value] as const];
      if (below === null) return null;
      parts.push(...below);
    }
  }
  return parts;
};

const isOnly = (value: unknown, operator: string): value is Fields =>
  isFields(value) && Object.keys(value).length === 1 && operator in value;

/** What an attribute has to be equal to; null for another comparison, and for nothing. */
const equalTo = (value: unknown): string | number | null => {
  const other = isOnly(value, '$eq') ? value['$eq'] : value;
  return typeof other === 'string' || typeof other === 'number' ? other : null;
};

const isPublished = (value: unknown): boolean =>
  (isOnly(value, '$notNull') && value['$notNull'] === true) ||
  (isOnly(value, '$null') && value['$null'] === false);

/** Whether a filter only compares columns of a type with values: no row without them fits. */
const isPlain = (strapi: Core.Strapi, uid: string, where: Fields): boolean => {
  const parts = partsOf(where);
  const { attributes } = modelOf(strapi, uid);
  return (
    parts !== null &&
    parts.length > 0 &&
    parts.every(([key, value]) => {
      const type = attributes[key]?.type;
      return type !== undefined && type !== 'relation' && equalTo(value) !== null;
    })
  );
};

/** The relation that a look-up of ids filters by; null for another one. */
const relationOf = (strapi: Core.Strapi, uid: string, value: unknown): ListFilters['by'] => {
  const where = isOnly(value, '$in') ? lookUpOf(value['$in']) : null;
  const [only, ...others] = Object.entries(where ?? {});
  if (only === undefined || others.length > 0) return null;
  const [relation, below] = only;
  const { type, target } = modelOf(strapi, uid).attributes[relation] ?? {};
  if (type !== 'relation' || target === undefined || !isFields(below)) return null;
  return isPlain(strapi, target, below) ? { relation, where: below } : null;
};

const filtersOf = (strapi: Core.Strapi, uid: string, { filters }: DatabaseQuery): unknown => {
  if (typeof filters !== 'function') return filters;
  return (filters as (given: object) => unknown)({
    uid,
    meta: modelOf(strapi, uid),
    db: strapi.db,
  });
};

/**
 * Reads which documents a query is about.
 *
 * @returns null for drafts, and for any other filter than by language and by one related row
 */
export const readFilters = (
  strapi: Core.Strapi,
  uid: string,
  query: DatabaseQuery
): ListFilters | null => {
  if (query._q !== undefined && query._q !== null && query._q !== '') return null;
  const parts = partsOf([query.where ?? {}, filtersOf(strapi, uid, query) ?? {}]);
  if (parts === null) return null;
  const hasDrafts =
    strapi.contentTypes[uid as keyof typeof strapi.contentTypes]?.options?.draftAndPublish === true;
  let isShown = !hasDrafts;
  let by: ListFilters['by'] = null;
  let locale: string | null = null;
  for (const [key, value] of parts) {
    if (key === 'publishedAt' && hasDrafts && isPublished(value)) isShown = true;
    else if (key === 'locale' && locale === null) {
      const asked = equalTo(value);
      if (typeof asked !== 'string') return null;
      locale = asked;
    } else if (key === 'id' && by === null) {
      by = relationOf(strapi, uid, value);
      if (by === null) return null;
    } else return null;
  }
  return isShown ? { by, locale } : null;
};
