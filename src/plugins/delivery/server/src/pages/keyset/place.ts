import { errors } from '@strapi/utils';

import type { SortKey } from './sort-keys';

/** A value as answers have it. */
export type Scalar = string | number | boolean | null;

/** Where a document stands in a list: its values of the attributes that the list is sorted by, its id the last. */
export type Place = readonly Scalar[];

const isScalar = (value: unknown): value is Scalar =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);

/**
 * Where a document stands.
 *
 * @throws ValidationError where a number is too large to be told from others
 */
export const placeOf = (
  keys: readonly SortKey[],
  document: Readonly<Record<string, unknown>>
): Place =>
  keys.map(({ attribute, type }) => {
    const value = document[attribute] ?? null;
    // SQLite's driver rounds those beyond.
    if (type === 'biginteger' && !Number.isSafeInteger(Number(value))) {
      throw new errors.ValidationError(
        `A document of this page has a number as "${attribute}" that is too large for a cursor: sort by another attribute.`
      );
    }
    return isScalar(value) ? value : String(value);
  });

/** Whether a value is a place in a list that is sorted so. */
export const isPlace = (value: unknown, keys: readonly SortKey[]): value is Place =>
  Array.isArray(value) &&
  value.length === keys.length &&
  value.every(isScalar) &&
  typeof value.at(-1) === 'number';
