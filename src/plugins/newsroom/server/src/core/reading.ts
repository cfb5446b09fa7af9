import { hashValue } from './hash-value';

/** What an attribute is to a comparison. */
export type Kind = 'value' | 'component' | 'media' | 'relation';

/** A document as somebody has read it: a hash of each attribute. */
export interface Reading {
  /** Of all of them. */
  readonly version: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** The reading of some attributes; null for one that no header has room for. */
export const readingOf = (attributes: Readonly<Record<string, string>>): Reading | null => {
  const reading = { version: hashValue(attributes), attributes };
  return JSON.stringify(reading).length > MOST ? null : reading;
};

const HASH = /^[\w-]{16}$/u;

/** What a header may take, beside all others: servers have room for 16 KiB of them. */
const MOST = 8000;

const isReading = (value: unknown): value is Reading => {
  if (typeof value !== 'object' || value === null) return false;
  const { version, attributes } = value as Partial<Record<keyof Reading, unknown>>;
  if (typeof version !== 'string' || !HASH.test(version)) return false;
  if (typeof attributes !== 'object' || attributes === null) return false;
  return Object.values(attributes).every(
    (hash: unknown) => typeof hash === 'string' && HASH.test(hash)
  );
};

/** Reads a reading from a header; null for what is none. */
export const parseReading = (header: string): Reading | null => {
  try {
    const value: unknown = JSON.parse(header);
    return isReading(value) ? value : null;
  } catch {
    return null;
  }
};
