import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { modelOf } from '../../plans/compile/database-query';

/** An attribute that documents are sorted by. */
export interface SortKey {
  readonly attribute: string;
  readonly type: string;
  readonly isDescending: boolean;
}

/** Types of attributes whose values have an order that databases and cursors agree on. */
const SORTABLE = new Set([
  ...['increments', 'string', 'uid', 'email', 'enumeration', 'text', 'richtext'],
  ...['integer', 'biginteger', 'float', 'decimal', 'boolean'],
  ...['date', 'time', 'datetime'],
]);

const refuse = (name: string): never => {
  throw new errors.ValidationError(
    `Pages cannot be sorted by "${name}": only attributes of the documents themselves that have an order will do.`
  );
};

/** The parts of a sort in Strapi's own form, in their order. */
const partsOf = (orderBy: unknown): readonly (readonly [string, unknown])[] => {
  if (orderBy === undefined || orderBy === null) return [];
  if (typeof orderBy === 'string') return [[orderBy, 'asc']];
  if (Array.isArray(orderBy)) return orderBy.flatMap(partsOf);
  return Object.entries(orderBy);
};

/**
 * The attributes that a list is sorted by, as Strapi asks the database for it: equal ones come by their
 * ids, which Strapi adds where a list is limited.
 *
 * @throws ValidationError for what has no order that a cursor could tell a place in
 */
export const sortKeysOf = (
  strapi: Core.Strapi,
  uid: string,
  orderBy: unknown
): readonly SortKey[] => {
  const { attributes } = modelOf(strapi, uid);
  const keys: SortKey[] = [];
  for (const [attribute, order] of partsOf(orderBy)) {
    const type = (Object.hasOwn(attributes, attribute) && attributes[attribute]?.type) || '';
    if (!SORTABLE.has(type) || typeof order === 'object') refuse(attribute);
    // What an attribute is sorted by once more tells nothing new.
    if (keys.some((key) => key.attribute === attribute)) continue;
    keys.push({ attribute, type, isDescending: String(order).toLowerCase() === 'desc' });
    // Nothing is equal in its id.
    if (attribute === 'id') return keys;
  }
  return [...keys, { attribute: 'id', type: 'increments', isDescending: false }];
};

/** The same order, from its end. */
export const reversed = (keys: readonly SortKey[]): readonly SortKey[] =>
  keys.map((key) => ({ ...key, isDescending: !key.isDescending }));
