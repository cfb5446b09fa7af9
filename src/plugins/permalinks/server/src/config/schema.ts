import { IANAZone } from 'luxon';
import { hasToBe, orElse, orNull, readBy, wholeNumber } from 'strapi-plugin-kit/config';
import { z } from 'zod';
import { canonicalAddress } from '../core/addresses/canonical-address';
import { SLUG_MODES } from '../core/slugs/make-slug';
import { parsePattern } from '../core/paths/path-pattern';

/** Names that an address loses in its canonical form: no document could be found by them. */
const FOLDERS_THEMSELVES = ['index', 'index.html'];

const DEFAULT_PATTERN = '/:categories/:year/:month/:day/:slug.html';

/** The name of an attribute. */
const attribute = z.string().min(1);
const attributeOrNone = orNull(attribute);

const path = z.string().refine((text) => text.startsWith('/') && canonicalAddress(text) !== null, {
  error: hasToBe('a path like "/shop"'),
});

const timezone = z.string().refine((name) => IANAZone.isValidZone(name), {
  error: hasToBe('the name of a time zone, like "Asia/Shanghai"'),
});

/** One type's settings. */
const typeSettings = z.strictObject({
  /** The attribute that holds the slug. */
  slug: orElse(attribute, 'slug'),
  /** The attribute a slug is made from. */
  title: orElse(attribute, 'title'),
  /** The attribute a slug is made from when the title gives none; null for none. */
  fallback: attributeOrNone,
  /** The attribute that dates a path; null for types without dates. */
  date: attributeOrNone,
  /** The relation whose slugs are a path's `:categories`; null for none. */
  categories: attributeOrNone,
  mode: orElse(z.enum(SLUG_MODES), 'pinyin'),
  /** In characters. */
  maxLength: orElse(wholeNumber(10, 200), 100),
  reserved: orElse(z.array(z.string().min(1)), []).transform((words) => [
    ...FOLDERS_THEMSELVES,
    ...words,
  ]),
  /** Null for a type whose documents have no page of their own. */
  pattern: readBy(parsePattern).nullable().default(parsePattern(DEFAULT_PATTERN)),
  /** What becomes of the addresses of a deleted document. */
  deleted: orElse(z.enum(['free', 'gone']), 'free'),
});

/** The plugin's configuration. */
export const permalinksConfig = z.strictObject({
  /** IANA name; null to take it from the first archive, else UTC. */
  timezone: orNull(timezone),
  /** Where no redirect may begin, beside what the server itself answers at. */
  reservedPaths: orElse(z.array(path), []),
  contentTypes: orElse(z.record(z.string(), typeSettings), {}),
});

export type TypeSettings = Readonly<z.output<typeof typeSettings>>;
export type PermalinksConfig = Readonly<z.output<typeof permalinksConfig>>;
