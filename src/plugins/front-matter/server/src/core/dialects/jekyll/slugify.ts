import { downcase } from './text-case';

export type SlugifyMode = 'raw' | 'default' | 'pretty' | 'ascii';

const REPLACED: Readonly<Record<SlugifyMode, RegExp>> = {
  raw: /[ \t\r\n\f\v]+/g,
  default: /[^\p{M}\p{L}\p{Nd}]+/gu,
  pretty: /[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu,
  ascii: /[^A-Za-z0-9]+/g,
};

/**
 * `Jekyll::Utils.slugify`: runs of what the mode does not keep become a hyphen, and one hyphen at
 * either end goes.
 *
 * @param cased whether capitals stay
 */
export function slugify(text: string, mode: SlugifyMode = 'default', cased = false): string {
  const slug = text.replace(REPLACED[mode], '-').replace(/^-|-$/gm, '');
  return cased ? slug : downcase(slug);
}
