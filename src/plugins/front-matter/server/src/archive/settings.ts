import { compileSourceRules, SourceRulesError } from 'strapi-plugin-source-links/core';

import { DIALECT_CHOICES, type DialectChoice } from '../core/dialects/list';
import { CONFIG_LIMITS, parseYaml } from '../core/dialects/jekyll/psych/parse';
import { hashToJson } from '../core/dialects/jekyll/psych/to-json';
import { placeOf } from '../core/read/place';
import { plainLanguage } from '../core/translations/plain-language';
import type { JsonValue } from '../core/post';
import { ArchiveError } from './archive';

/** The file that says what an archive is: in its root, or beside it as `NAME.broadsheet.yml`. */
export const SETTINGS_FILE = '.broadsheet.yml';

/** What `.broadsheet.yml` says. */
export interface ArchiveSettings {
  /** `auto` looks at the archive. */
  readonly dialect: DialectChoice;
  /** Further folders of posts, in the order in which they win over each other. */
  readonly posts: readonly string[];
  /** IANA name, for archives whose configuration names no zone. */
  readonly timezone: string | null;
  /** For dates that name no zone: what the generator makes of them, or the wall clock as written. */
  readonly dates: 'as-generator' | 'local';
  /** Whether each category of a post stands under the one before it; null leaves it to whoever imports. */
  readonly categories: 'flat' | 'nested' | null;
  /** Front matter keys and the attributes they become. */
  readonly mapping: Readonly<Record<string, string>>;
  /**
   * The site's locales by what the archive says: a language in its plain form, from `lang`, `locale`,
   * a folder or the end of a name. Null where posts are not told apart by their language.
   */
  readonly locales: Readonly<Record<string, string>> | null;
  /** The key of the front matter that translations of one post share; null where they share their path. */
  readonly translations: string | null;
  /** Rules of trailers, as `strapi-plugin-source-links` takes them; null for its own. */
  readonly trailers: JsonValue;
}

export const DEFAULT_SETTINGS: ArchiveSettings = {
  dialect: 'auto',
  posts: [],
  timezone: null,
  dates: 'as-generator',
  categories: null,
  mapping: {},
  locales: null,
  translations: null,
  trailers: null,
};

const DATES = ['as-generator', 'local'] as const;
const CATEGORIES = ['flat', 'nested'] as const;

/**
 * Decodes `.broadsheet.yml`; keys that are not given have their defaults.
 *
 * @throws ArchiveError that names the file, the line and the key
 */
export function parseSettings(text: string): ArchiveSettings {
  const reading = parseYaml(text.replace(/^\ufeff/, ''), CONFIG_LIMITS);
  if (!reading.ok) {
    const { kind, message, offset } = reading.problem;
    throw invalid(
      placeOf(text, offset).line,
      kind === 'too-complex' ? `${message}. Make it smaller` : `it is not YAML: ${message}`
    );
  }
  if (reading.value === null) return DEFAULT_SETTINGS;
  if (!(reading.value instanceof Map))
    throw invalid(1, 'it holds no keys. Write "key: value" lines');
  const values = hashToJson(reading.value, () => 0);
  const check = checker((key) => placeOf(text, reading.offsets.get(key) ?? 0).line);
  const unknown = Object.keys(values).find((key) => !Object.hasOwn(DEFAULT_SETTINGS, key));
  if (unknown !== undefined) {
    throw check.wrong(
      unknown,
      `is not a setting. Known are ${Object.keys(DEFAULT_SETTINGS).join(', ')}`
    );
  }
  const locales = check.locales(values['locales']);
  const translations = check.text('translations', values['translations']);
  if (translations !== null && locales === null) {
    throw check.wrong('translations', 'needs "locales", which say what locale a language is');
  }
  return {
    dialect: check.oneOf('dialect', values['dialect'], DIALECT_CHOICES, DEFAULT_SETTINGS.dialect),
    posts: check.folders('posts', values['posts']),
    timezone: check.text('timezone', values['timezone']),
    dates: check.oneOf('dates', values['dates'], DATES, DEFAULT_SETTINGS.dates),
    categories: check.oneOf('categories', values['categories'], CATEGORIES, null),
    mapping: check.texts('mapping', values['mapping']),
    locales,
    translations,
    trailers: check.trailers(values['trailers']),
  };
}

function invalid(line: number, reason: string): ArchiveError {
  return new ArchiveError('ARCHIVE_SETTINGS_INVALID', `${SETTINGS_FILE}:${line}: ${reason}.`);
}

/** A folder inside the archive, without slashes at its ends; null for anything else. */
export function innerFolder(value: string): string | null {
  let end = value.length;
  while (value[end - 1] === '/') end -= 1;
  const folder = value.slice(0, end).replace(/^(?:\.?\/)+/, '');
  const names = folder.split('/');
  return value.startsWith('/') || names.some((name) => ['', '.', '..'].includes(name))
    ? null
    : folder;
}

/** Each check takes a value that may be missing, and names the key when it is wrong. */
function checker(lineOf: (key: string) => number) {
  const wrong = (key: string, reason: string): ArchiveError =>
    invalid(lineOf(key), `"${key}" ${reason}`);
  const text = (key: string, value: JsonValue | undefined): string | null => {
    if (value === undefined || value === null) return null;
    if (typeof value !== 'string') throw wrong(key, 'has to be a text');
    return value;
  };
  return {
    wrong,
    text,
    trailers(value: JsonValue | undefined): JsonValue {
      try {
        if (value !== undefined) compileSourceRules({ trailers: value ?? {} });
        return value ?? null;
      } catch (error) {
        if (!(error instanceof SourceRulesError)) throw error;
        throw invalid(lineOf('trailers'), `"${error.key}" ${error.reason}`);
      }
    },
    oneOf<T extends string, Otherwise extends T | null>(
      key: string,
      value: JsonValue | undefined,
      known: readonly T[],
      otherwise: Otherwise
    ): T | Otherwise {
      if (value === undefined || value === null) return otherwise;
      const found = known.find((one) => one === value);
      if (found === undefined) throw wrong(key, `has to be one of ${known.join(', ')}`);
      return found;
    },
    folders(key: string, value: JsonValue | undefined): readonly string[] {
      const list = typeof value === 'string' ? [value] : (value ?? []);
      if (!Array.isArray(list)) throw wrong(key, 'has to be a list of folders');
      return list.map((item: unknown) => {
        const folder = typeof item === 'string' ? innerFolder(item) : null;
        if (folder === null)
          throw wrong(key, 'has to name folders inside the archive, like old_post');
        return folder;
      });
    },
    locales(value: JsonValue | undefined): Readonly<Record<string, string>> | null {
      const key = 'locales';
      if (value === undefined || value === null) return null;
      if (typeof value !== 'object' || Array.isArray(value))
        throw wrong(key, "has to map languages to the site's locales, like { en: en }");
      const locales = new Map<string, string>();
      for (const [language, locale] of Object.entries(value)) {
        if (typeof locale !== 'string' || locale === '')
          throw wrong(key, `has to name a locale of the site for "${language}", in quotes`);
        const plain = plainLanguage(language);
        const other = locales.get(plain);
        if (other !== undefined && other !== locale)
          throw wrong(key, `has two locales for "${plain}", ${other} and ${locale}`);
        locales.set(plain, locale);
      }
      return locales.size === 0 ? null : Object.fromEntries(locales);
    },
    texts(key: string, value: JsonValue | undefined): Readonly<Record<string, string>> {
      const isMapping = typeof value === 'object' && value !== null && !Array.isArray(value);
      if (value === undefined || value === null) return {};
      if (!isMapping) throw wrong(key, 'has to map front matter keys to attributes');
      const entries = Object.entries(value).map(([name, attribute]): [string, string] => {
        if (typeof attribute !== 'string')
          throw wrong(key, `has to name an attribute for "${name}"`);
        return [name, attribute];
      });
      return Object.fromEntries(entries);
    },
  };
}
