/** Does not end with a space, so that a run of spaces is matched in linear time. */
const KEY = String.raw`(?:"[^"\n]*"|'[^'\n]*'|[^\s#'"&*!|>%@\x60[\]{},?:-](?:[^:#\n]*[^ \t:#\n])?)`;

/** A line that begins with a key and its colon. */
export const KEY_LINE = new RegExp(`^${KEY}[ \\t]*:(?:[ \\t]|$)`);

/** Indent and dashes, a key, the value. */
export const VALUE_LINE = new RegExp(`^([ \\t]*(?:-[ \\t]+)*)(?:(${KEY})[ \\t]*:[ \\t]+)?(\\S.*)$`);

/** A key as programs write it: a continued text rarely begins like that. */
export const PLAIN_KEY = /^[A-Za-z_][\w-]*[ \t]*:(?:[ \t]|$)/;

const KNOWN =
  'layout|title|subtitle|date|categories|category|tags?|keywords|permalink|published|draft|slug|authors?|excerpt|description|comments|updated|redirect_from';

/** A common key of posts, at the beginning of a line. */
const KNOWN_KEY = new RegExp(`^["']?(?:${KNOWN})["']?[ \\t\\u00a0]*[:：=]`, 'i');

export const isKnownKey = (line: string): boolean => KNOWN_KEY.test(line);

export const looksLikeKey = (line: string): boolean =>
  PLAIN_KEY.test(line) || isKnownKey(line.trimStart());

/** How many different common keys of posts begin a line. */
export const countKnownKeys = (text: string): number => {
  const found = text.split('\n').flatMap((line) => KNOWN_KEY.exec(line)?.[0].toLowerCase() ?? []);
  return new Set(found).size;
};

/** Keys that hold a text. In any other, an open bracket may be a list that was cut short. */
const TEXT_KEYS = new Set(['title', 'subtitle', 'description', 'excerpt', 'summary', 'author']);

export const isTextKey = (key: string | null): boolean =>
  key !== null && TEXT_KEYS.has(key.toLowerCase());

/** Lists of names, whose items are texts and never mappings. */
const NAMES = /^(?:categories|category|tags?|keywords)$/i;

export const holdsNames = (key: string | null): boolean => key !== null && NAMES.test(key);

/** A key without the quotes it may stand in. */
export const bareKey = (key: string): string => key.replace(/^["']|["']$/g, '');

/** A text in the quotes of YAML, whatever it holds. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Characters that look like hyphens. */
const DASHES = '\\-\\u2010-\\u2015\\u2212\\u2500\\u2501\\u2e3a\\u2e3b\\ufe58\\ufe63\\uff0d';
/** White space and invisible characters, as text from web pages and word processors has them. */
export const BLANKS =
  '[ \\t\\r\\f\\v\\u00a0\\u00ad\\u200b-\\u200d\\u2000-\\u200a\\u2060\\u3000\\ufeff]';

/** A line that looks like three dashes. */
export const FENCE = new RegExp(
  `^${BLANKS}*(?:[${DASHES}]{2,}|[\\u2013-\\u2015\\u2500\\u2501\\u2e3a\\u2e3b])${BLANKS}*$`
);

/** Characters that YAML allows nowhere, quoted or not. */
export const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f]/;
