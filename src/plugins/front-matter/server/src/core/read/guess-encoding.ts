import { TextDecoder } from 'node:util';
import { analyse } from 'chardet';

/** An encoding that a file may be in, and the script that it is for. */
export interface EncodingGuess {
  /** As a configuration names it. */
  readonly encoding: string;
  readonly script: string;
}

const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/^(?:windows-1251|koi8-[ru]|iso-8859-5)$/, 'Cyrillic'],
  [/^(?:windows-1252|iso-8859-1|iso-8859-15)$/, 'Western European'],
  [/^(?:windows-1250|iso-8859-2)$/, 'Central European'],
  [/^(?:windows-1253|iso-8859-7)$/, 'Greek'],
  [/^(?:windows-1254|iso-8859-9)$/, 'Turkish'],
  [/^(?:windows-1255|iso-8859-8)$/, 'Hebrew'],
  [/^(?:windows-1256|iso-8859-6)$/, 'Arabic'],
];

/**
 * Guesses the single-byte encoding of a file. Any bytes are valid in such encodings, so that the guess is
 * only shown in a message. Null where none is likely.
 */
export const guessEncoding = (bytes: Uint8Array): EncodingGuess | null => {
  for (const { name } of analyse(bytes)) {
    const encoding = name.toLowerCase();
    const script = SCRIPTS.find(([names]) => names.test(encoding))?.[1];
    if (script !== undefined && fits(bytes, encoding)) return { encoding, script };
  }
  return null;
};

const fits = (bytes: Uint8Array, encoding: string): boolean => {
  try {
    return !/[\u0080-\u009f]/.test(new TextDecoder(encoding, { fatal: true }).decode(bytes));
  } catch {
    return false;
  }
};

/** Whether an encoding that a configuration names is known. */
export const isKnownEncoding = (name: string): boolean => {
  // In these Ruby reads the bytes as they are.
  if (/^(?:bom\|)?(?:utf-?8|ascii-8bit|binary)$/i.test(name)) return true;
  try {
    return new TextDecoder(name.replace(/^bom\|/i, '')).encoding !== '';
  } catch {
    return false;
  }
};
