import { TextDecoder } from 'node:util';
import { analyse } from 'chardet';

/** An encoding that a file may be in, and for whom it was made. */
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
 * What a file in a single-byte encoding looks like. Any bytes fit such an encoding, so this is
 * something to tell a person, not to decode by. Null where nothing is likely.
 */
export function guessEncoding(bytes: Uint8Array): EncodingGuess | null {
  for (const { name } of analyse(bytes)) {
    const encoding = name.toLowerCase();
    const script = SCRIPTS.find(([names]) => names.test(encoding))?.[1];
    if (script !== undefined && fits(bytes, encoding)) return { encoding, script };
  }
  return null;
}

function fits(bytes: Uint8Array, encoding: string): boolean {
  try {
    return !/[\u0080-\u009f]/.test(new TextDecoder(encoding, { fatal: true }).decode(bytes));
  } catch {
    return false;
  }
}

/** Whether files can be read in an encoding by the name that a configuration gives it. */
export function isKnownEncoding(name: string): boolean {
  // Ruby takes bytes in these for what they are.
  if (/^(?:bom\|)?(?:utf-?8|ascii-8bit|binary)$/i.test(name)) return true;
  try {
    return new TextDecoder(name.replace(/^bom\|/i, '')).encoding !== '';
  } catch {
    return false;
  }
}
