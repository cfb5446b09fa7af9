/** Ends with no blank, so that a run of blanks is looked through once. */
export const KEY = String.raw`(?:"[^"\n]*"|'[^'\n]*'|[^\s#'"&*!|>%@\x60[\]{},?:-](?:[^:#\n]*[^ \t:#\n])?)`;

/** A line that begins with a key and its colon. */
export const KEY_LINE = new RegExp(`^${KEY}[ \\t]*:(?:[ \\t]|$)`);

/** Indent and dashes, a key, the value. */
export const VALUE_LINE = new RegExp(`^([ \\t]*(?:-[ \\t]+)*)(?:(${KEY})[ \\t]*:[ \\t]+)?(\\S.*)$`);

/** A key as programs write them: text that goes on rarely begins so. */
export const PLAIN_KEY = /^[A-Za-z_][\w-]*[ \t]*:(?:[ \t]|$)/;

const KNOWN =
  'layout|title|subtitle|date|categories|category|tags?|keywords|permalink|published|draft|slug|authors?|excerpt|description|comments|updated|redirect_from';

/** A key that headers of posts are full of, at the beginning of a line. */
const KNOWN_KEY = new RegExp(`^["']?(?:${KNOWN})["']?[ \\t\\u00a0]*[:：=]`, 'i');

export const isKnownKey = (line: string): boolean => KNOWN_KEY.test(line);

export const looksLikeKey = (line: string): boolean =>
  PLAIN_KEY.test(line) || isKnownKey(line.trimStart());

/** How many different keys of those that headers are full of begin a line. */
export function countKnownKeys(text: string): number {
  const found = text.split('\n').flatMap((line) => KNOWN_KEY.exec(line)?.[0].toLowerCase() ?? []);
  return new Set(found).size;
}

/** Keys that hold a text; an open bracket of any other may be a list that was cut short. */
const TEXT_KEYS = new Set(['title', 'subtitle', 'description', 'excerpt', 'summary', 'author']);

export const isTextKey = (key: string | null): boolean =>
  key !== null && TEXT_KEYS.has(key.toLowerCase());

/** Lists of names: an item there is a text, never a mapping. */
const NAMES = /^(?:categories|category|tags?|keywords)$/i;

export const holdsNames = (key: string | null): boolean => key !== null && NAMES.test(key);

/** A key without the quotes it may stand in. */
export const bareKey = (key: string): string => key.replace(/^["']|["']$/g, '');

/** A text as YAML takes it whatever it holds. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Marks that are drawn like hyphens, from the soft hyphen's neighbours to the full-width one. */
const DASHES = '\\-\\u2010-\\u2015\\u2212\\u2500\\u2501\\u2e3a\\u2e3b\\ufe58\\ufe63\\uff0d';
/** Blanks and marks without width, as they come along from web pages and word processors. */
export const BLANKS =
  '[ \\t\\r\\f\\v\\u00a0\\u00ad\\u200b-\\u200d\\u2000-\\u200a\\u2060\\u3000\\ufeff]';

/** A line that a person takes for one of three dashes. */
export const FENCE = new RegExp(
  `^${BLANKS}*(?:[${DASHES}]{2,}|[\\u2013-\\u2015\\u2500\\u2501\\u2e3a\\u2e3b])${BLANKS}*$`
);

/** What YAML allows nowhere, quoted or not. */
export const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f]/;
