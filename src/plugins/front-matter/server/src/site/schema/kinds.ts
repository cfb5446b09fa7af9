import { type AttributeKind, SHORT_TEXT } from 'strapi-plugin-kit/config';

import type { PostField } from '../../config/settings';
import type { Shape } from '../../core/fit/fit-value';

/** What values are stored as, by the type of their attribute. */
export const STORED_AS: Readonly<Record<string, Shape['kind']>> = {
  string: 'text',
  text: 'text',
  richtext: 'text',
  uid: 'text',
  email: 'text',
  enumeration: 'text',
  json: 'json',
  integer: 'number',
  float: 'number',
  decimal: 'number',
  boolean: 'boolean',
  datetime: 'datetime',
  date: 'date',
};

/** What Strapi, or the importer in its stead, writes into every row: no value of a file goes there. */
export const OWN: ReadonlySet<string> = new Set([
  'id',
  'documentId',
  'locale',
  'localizations',
  'createdAt',
  'updatedAt',
  'publishedAt',
  'createdBy',
  'updatedBy',
]);

const kind = (what: string, types: readonly string[]): AttributeKind => ({
  what,
  types: new Set(types),
  reserved: OWN,
});

/** What the value of some key can go to: which one is known when files are read. */
export const ANY_VALUE = kind('one that holds a value of a file', Object.keys(STORED_AS));

const WORDS = kind('a text', ['string', 'text', 'richtext']);

/** What holds the text of a post, of any length. */
const LONG_TEXT = kind('a text of any length', ['text', 'richtext']);

/** The name of a category or tag, or what else the entries of a relation are known by. */
export const NAME = kind('a text of one line', ['string', 'text', 'email']);

export const SLUG = kind('a text of one line', ['string', 'text', 'uid']);

const SOURCE: AttributeKind = { ...SHORT_TEXT, reserved: OWN };

const KINDS: Readonly<Record<PostField, AttributeKind>> = {
  title: WORDS,
  slug: SLUG,
  date: kind('a date', ['datetime', 'date']),
  body: LONG_TEXT,
  excerpt: WORDS,
  sourceCode: SOURCE,
  sourceKey: SOURCE,
  sourceUrl: SOURCE,
  sourceName: SOURCE,
  frontMatter: kind('JSON', ['json']),
};

/**
 * What the attribute of a field has to be.
 *
 * @param hasColumn whether the schema says in which column it is kept, whose length nobody else knows
 */
export const kindOf = (field: PostField, hasColumn: boolean): AttributeKind =>
  field === 'body' && hasColumn ? WORDS : KINDS[field];
