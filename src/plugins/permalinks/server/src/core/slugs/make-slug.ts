import slugify from 'slugify';
import { cutWords } from './cut-words';
import { transliterate } from './transliterate';

/**
 * How a title becomes a slug:
 * - `pinyin`: Chinese as pinyin, other scripts transliterated, lower-case ASCII words;
 * - `unicode`: Jekyll's own rule (`Utils.slugify`, mode *default*): letters, marks and digits of
 *   every script are kept, lower-cased, all else is a hyphen;
 * - `ascii`: what `slugify` knows of Latin and its neighbours; other scripts are left out.
 */
export const SLUG_MODES = ['pinyin', 'unicode', 'ascii'] as const;

type SlugMode = (typeof SLUG_MODES)[number];

export interface SlugRules {
  readonly mode: SlugMode;
  /** In characters (code points). */
  readonly maxLength: number;
}

const APOSTROPHES = /['’‘`ʼ]/gu;
const SPOKEN = /[&%$]/gu;
const NOT_WORDS = /[^\p{L}\p{M}\p{N}&%$]+/gu;
const NOT_JEKYLLS = /[^\p{M}\p{L}\p{Nd}]+/gu;
const EDGES = /^-+|-+$/gu;
/** A slug is far shorter than this; what follows could not reach it. */
const LONGEST_TITLE = 1000;

/**
 * The slug of a title, or an empty string when nothing of the title can be kept.
 * Whether it is free is not asked here.
 */
export function makeSlug(title: string, rules: SlugRules): string {
  const start = Array.from(title.slice(0, LONGEST_TITLE)).slice(0, -1).join('');
  const text = title.length > LONGEST_TITLE ? start : title;
  return cutWords(BY_MODE[rules.mode](text), rules.maxLength);
}

const BY_MODE: Readonly<Record<SlugMode, (title: string) => string>> = {
  pinyin: (title) => words(transliterate(title.replace(APOSTROPHES, ''))),
  unicode: (title) =>
    title.normalize('NFC').replace(NOT_JEKYLLS, '-').replace(EDGES, '').toLowerCase(),
  ascii: (title) => words(title.normalize('NFC').replace(APOSTROPHES, '')),
};

/** `slugify` drops what stands between words without parting them: `10.5` would be 105. */
function words(text: string): string {
  const spaced = text.replace(APOSTROPHES, '').replace(NOT_WORDS, ' ').replace(SPOKEN, ' $& ');
  return slugify(spaced, { lower: true, strict: true, trim: true }).replace(EDGES, '');
}
