import { downcase } from './text-case';

export type SlugifyMode = 'raw' | 'default' | 'pretty' | 'ascii' | 'latin';

const DEFAULT = /[^\p{M}\p{L}\p{Nd}]+/gu;

const REPLACED: Readonly<Record<SlugifyMode, RegExp>> = {
  raw: /[ \t\r\n\f\v]+/g,
  default: DEFAULT,
  pretty: /[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu,
  ascii: /[^A-Za-z0-9]+/g,
  latin: DEFAULT,
};

/**
 * `Jekyll::Utils.slugify`: runs of characters that the mode does not keep become a hyphen, and one
 * hyphen at either end is removed.
 *
 * @param cased whether capitals stay
 */
export const slugify = (text: string, mode: SlugifyMode = 'default', cased = false): string => {
  const source = mode === 'latin' ? transliterate(text) : text;
  const slug = source.replace(REPLACED[mode], '-').replace(/(?<![^\n])-|-(?![^\n])/g, '');
  return cased ? slug : downcase(slug);
};

/** Letters of I18n's table that are not a base letter with an accent. */
const OWN_LETTERS: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'Æ:AE Ð:D ×:x Ø:O Þ:Th ß:ss ẞ:SS æ:ae ð:d ø:o þ:th Đ:D đ:d Ħ:H ħ:h ı:i Ĳ:IJ ĳ:ij ĸ:k Ŀ:L ŀ:l ' +
    "Ł:L ł:l ŉ:'n Ŋ:NG ŋ:ng Œ:OE œ:oe Ŧ:T ŧ:t"
  )
    .split(' ')
    .map((pair) => pair.split(':'))
);

/** `I18n.transliterate`: accents are removed, and characters that its table lacks become `?`. */
const transliterate = (text: string): string =>
  text.replace(/[^\x00-\x7f]/gu, (letter) => {
    const own = OWN_LETTERS[letter];
    if (own !== undefined) return own;
    const bare = letter.normalize('NFD').replace(/\p{M}/gu, '');
    return /^[\u00c0-\u017f]$/.test(letter) && /^[A-Za-z]$/.test(bare) ? bare : '?';
  });
