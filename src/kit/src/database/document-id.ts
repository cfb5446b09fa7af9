import { randomFillSync } from 'node:crypto';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';
/** A letter and the milliseconds in base 36, which are eight digits until the year 2059. */
const STEM = 9;
const LENGTH = 24;
const RANDOM = LENGTH - STEM;

/** Random bytes are drawn for many ids at a time: one draw costs as much as an id. */
const pool = Buffer.alloc(RANDOM * 256);
let used = pool.length;

/**
 * A new document id of the form that Strapi gives: 24 lower-case letters and digits, a letter
 * first. Strapi's own generator hashes for each, which takes longer than writing the row; and its
 * ids are random from the first letter on, so that each new row lands on another page of every
 * index that has it. These begin with the time: an import fills each index at its end, and takes no
 * longer in a large table than in a small one. What follows, 77 bits, nobody can guess.
 */
export const newDocumentId = (): string => {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  let id = `a${Date.now().toString(36)}`.slice(0, STEM);
  for (const byte of pool.subarray(used, used + RANDOM)) id += ALPHABET[byte % ALPHABET.length];
  used += RANDOM;
  return id;
};
