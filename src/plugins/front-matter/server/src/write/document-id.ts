import { randomFillSync } from 'node:crypto';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const ALPHABET = `${LETTERS}0123456789`;
const LENGTH = 24;

/** Random bytes are drawn for many ids at a time: one draw costs as much as an id. */
const pool = Buffer.alloc(LENGTH * 256);
let used = pool.length;

/**
 * A new document id of the form that Strapi gives: 24 lower-case letters and digits, a letter first.
 * Strapi's own generator hashes for each, which takes longer than writing the row.
 */
export const documentId = (): string => {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  let id = '';
  for (const byte of pool.subarray(used, used + LENGTH)) {
    const alphabet = id === '' ? LETTERS : ALPHABET;
    id += alphabet[byte % alphabet.length] ?? '';
  }
  used += LENGTH;
  return id;
};
