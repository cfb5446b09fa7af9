import { randomBytes } from 'node:crypto';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const ALPHABET = `${LETTERS}0123456789`;
const LENGTH = 24;

/**
 * A new document id of the form that Strapi gives: 24 lower-case letters and digits, a letter first.
 * Strapi's own generator hashes for each, which takes longer than writing the row.
 */
export const documentId = (): string => {
  let id = '';
  for (const byte of randomBytes(LENGTH)) {
    const alphabet = id === '' ? LETTERS : ALPHABET;
    id += alphabet[byte % alphabet.length] ?? '';
  }
  return id;
};
