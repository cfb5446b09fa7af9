import { hash } from 'node:crypto';

/**
 * The SHA-256, in hex, of some texts: what stands for them in a unique column, since MySQL cannot
 * index long texts, nulls are all different, and some collations take two spellings for one.
 */
export const keyOf = (...parts: readonly string[]): string => hash('sha256', parts.join('\0'));

const HEX_DIGITS = 13;

/** The first 52 bits of a key, which tell a million apart and fit a number. */
export const shortKey = (key: string): number => Number.parseInt(key.slice(0, HEX_DIGITS), 16);
