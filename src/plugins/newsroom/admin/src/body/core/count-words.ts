import { sourcePieces } from '../../../../core/source-pieces';

/** Signs that are written without spaces between words: each of them counts. */
const SIGN = String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]`;
const LETTER = String.raw`(?:(?!${SIGN})[\p{L}\p{M}\p{N}])`;
const WORD = new RegExp(`${SIGN}|${LETTER}+(?:['’._-]${LETTER}+)*`, 'gu');

const ADDRESS = /\bhttps?:\/\/[^\s<>()"']+/giu;
const TARGET = /\]\([^()\s]*(?:\s+"[^"\n]*")?\)/gu;
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,31}));/giu;
/** Names of letters, as `eacute`; all others are signs or spaces. */
const LETTER_NAME = /(?:acute|grave|circ|uml|tilde|cedil|caron|ring|slash|lig)$/iu;

const signOf = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : ' ');

const withoutEntities = (text: string): string =>
  text.replaceAll(ENTITY, (_, decimal?: string, hex?: string, name?: string) => {
    if (decimal !== undefined) return signOf(Number(decimal));
    if (hex !== undefined) return signOf(Number.parseInt(hex, 16));
    return LETTER_NAME.test(name ?? '') ? 'e' : ' ';
  });

/** Tags that stand within a word; all others part words. */
const WITHIN = new Set(['a', 'abbr', 'b', 'code', 'em', 'i', 'span', 'strong', 'u']);

/**
 * Counts what is read of a body: each Chinese or Japanese character, and each word of other scripts; not its tags,
 * comments, addresses and what Liquid puts in.
 */
export const countWords = (source: string): number => {
  const read = sourcePieces(source)
    .map(({ kind, from, to, name = '' }) => {
      if (kind === 'text') return source.slice(from, to);
      return kind === 'tag' && WITHIN.has(name) ? '' : ' ';
    })
    .join('');
  const plain = withoutEntities(read.replaceAll(TARGET, '] ').replaceAll(ADDRESS, ' a '));
  return plain.match(WORD)?.length ?? 0;
};
