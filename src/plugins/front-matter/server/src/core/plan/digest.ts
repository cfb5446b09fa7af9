import { hash } from 'node:crypto';

import type { JsonValue } from '../post';

/** JSON with the keys of objects in order, so that equal values give equal text. */
const canonical = (value: JsonValue): JsonValue => {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, canonical(inner)])
  );
};

/** Digests are kept by the million: 128 bits are enough to tell values apart, and short. */
const LENGTH = 22;

/** A value that is hardly longer than its digest stands for itself: most do. In UTF-16 units. */
const SHORT = 32;

/**
 * A short digest of a value; equal values have equal digests, whatever the order of their keys.
 * Null, the empty text and the empty list are all "nothing" and share one digest, since a
 * database and an editor's form do not keep them apart.
 */
export const digestValue = (value: JsonValue): string => {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return '-';
  const text = typeof value === 'string' ? `"${value}` : JSON.stringify(canonical(value));
  // It begins with a quotation mark or a bracket, as no digest does.
  const tells = typeof value === 'string' || typeof value === 'object';
  if (tells && text.length <= SHORT) return text;
  return hash('sha256', text, 'base64url').slice(0, LENGTH);
};
