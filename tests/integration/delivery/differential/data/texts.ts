/** Titles that queries trip over; some are equal, or equal to a database that ignores case. */
export const TITLES: readonly string[] = [
  '市场公司并购消息',
  '市场公司',
  '央行：降准',
  '“引号”与《书名》',
  '🚀 Rockets 🚀',
  '👩‍👩‍👧 family',
  '100% of it',
  '100 of it',
  'snake_case_name',
  'snakeXcaseXname',
  'back\\slash',
  'a \\% of \\_ it',
  "it's 'single'",
  'say "double"',
  'semi;colon, comma & ampersand = plus + hash #',
  'a/b/c?d=e',
  '[brackets] {braces} (parens)',
  '$eq',
  'null',
  'true',
  '0',
  '2022-02-17',
  'Alpha',
  'alpha',
  'ALPHA',
  'Straße',
  'STRASSE',
  'café',
  'cafe',
  'Ünïcödé',
  'İstanbul',
  ' leading space',
  'trailing space ',
  'two  spaces',
  'tab\tin it',
  'line\nbreak',
  '<b>bold</b>',
  '`backtick`',
  'twin',
  'twin',
  'twin',
  'Twin',
];

/** Names of categories and tags; as with titles, some are equal. */
export const NAMES: readonly string[] = [
  '公司',
  '市场',
  '宏观 100%',
  'under_score',
  "o'clock",
  'Tag',
  'tag',
  'emoji 🎉',
  'back\\slash',
  'same',
  'same',
  'a, b',
];

/** Parts of titles, names and texts, to look for. */
export const PARTS: readonly string[] = [
  '市场',
  '公司',
  'twin',
  'alpha',
  'ALPHA',
  'a',
  '%',
  '_',
  '\\',
  "'",
  '"',
  '🚀',
  ' ',
  'e',
  'café',
  'Post 1',
  '100%',
  'snake_',
  'ß',
  'nowhere to be found',
];

/** Excerpts; null is none. */
export const EXCERPTS: readonly (string | null)[] = [null, '', '摘要', 'An excerpt', 'an EXCERPT'];

/** Bodies; null is none. */
export const BODIES: readonly (string | null)[] = [
  '市场公司的消息。（文章来源：证券时报）',
  'A body.\n\nWith *markdown*, "quotes" and a [link](/a).\n',
  '',
  null,
  '# 标题\n\n正文 🚀\n',
];

/** Front matter; null is none. */
export const FRONT_MATTER: readonly unknown[] = [
  null,
  {},
  { layout: 'post', draft: false, weight: 3, nothing: null },
  { nested: { list: [1, 'two', null, { three: '三' }], 'odd key': '“”' } },
  [1, 2, 3],
  0,
  true,
];

/** Moments that several posts share. */
export const DATES: readonly string[] = [
  '2022-02-17T00:35:15.000Z',
  '2022-02-17T00:35:15.001Z',
  '2021-12-31T23:59:59.999Z',
  '2000-01-01T00:00:00.000Z',
];
