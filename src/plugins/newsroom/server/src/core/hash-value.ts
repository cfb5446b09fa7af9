import { createHash } from 'node:crypto';

/** A value as JSON, its keys in one order. */
const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(
    entries
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]) => [key, canonical(inner)])
  );
};

/** Characters of a hash: two values of one attribute are compared, and no more. */
const LENGTH = 16;

/** A short text that is the same for equal values, as they are sent: nothing and null are one. */
export const hashValue = (value: unknown): string => {
  const sent: unknown = JSON.parse(JSON.stringify(value ?? null));
  const text = JSON.stringify(canonical(sent));
  return createHash('sha256').update(text).digest('base64url').slice(0, LENGTH);
};
