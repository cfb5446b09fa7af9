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

/** Characters of base64: 132 bits tell millions of values apart. */
const LENGTH = 22;

/** A text up to this length, in UTF-16 units, is its own hash: most values are hardly longer than a hash. */
const SHORT = 32;

/**
 * A short hash of a value. Equal values have equal hashes, whatever the order of their keys. Null, the
 * empty text and the empty list have the same hash, since databases and forms do not keep them apart.
 */
export const hashValue = (value: JsonValue): string => {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return '-';
  const text = typeof value === 'string' ? `"${value}` : JSON.stringify(canonical(value));
  // Such a text begins with a quotation mark or a bracket, which no hash does.
  const isOwnHash = typeof value === 'string' || typeof value === 'object';
  if (isOwnHash && text.length <= SHORT) return text;
  return hash('sha256', text, 'base64url').slice(0, LENGTH);
};

/** The value of which a hash is the hash, where the hash tells it: it was empty, or short. Undefined otherwise. */
export const valueOfHash = (hash: string): JsonValue | undefined => {
  if (hash === '-') return null;
  if (hash.startsWith('"')) return hash.slice(1);
  return /^[[{]/u.test(hash) ? (JSON.parse(hash) as JsonValue) : undefined;
};
