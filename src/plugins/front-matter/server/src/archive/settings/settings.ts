import {
  ConfigurationError,
  hasToBe,
  type KeyPath,
  orElse,
  orNull,
  parseConfig,
  type Place,
} from 'strapi-plugin-kit/config';
import { compileSourceRules } from 'strapi-plugin-source-links/core';
import { z } from 'zod';

import { DIALECT_CHOICES } from '../../core/dialects/list';
import type { Mapping, MappedRelation } from '../../core/fit/mapping';
import type { JsonValue } from '../../core/post';
import { normaliseLanguage } from '../../core/translations/normalise-language';
import { innerFolder } from '../inner-folder';
import { readSettingsYaml } from './yaml/read-settings-yaml';

/** The archive's settings: in its root, or beside it as `NAME.broadsheet.yml`. */
export const SETTINGS_FILE = '.broadsheet.yml';

const FOLDER = hasToBe('a folder inside the archive, like "old_post"');

const folder = z.string({ error: FOLDER }).transform((value, context): string => {
  const inner = innerFolder(value);
  if (inner !== null) return inner;
  context.addIssue(FOLDER);
  return z.NEVER;
});

const folders = z.union([
  z.array(folder, { error: hasToBe('a list of folders') }),
  folder.transform((only) => [only]),
]);

const LOCALE = { error: hasToBe('a locale of the site, like "en"') };

/** By language, normalised; null where there are none. */
const locales = z
  .record(z.string(), z.string(LOCALE).min(1, LOCALE), {
    error: hasToBe("a mapping of languages to the site's locales, like { en: en }"),
  })
  .transform((given, context): Readonly<Record<string, string>> | null => {
    const plain = new Map<string, string>();
    for (const [language, locale] of Object.entries(given)) {
      const name = normaliseLanguage(language);
      const other = plain.get(name);
      if (other !== undefined && other !== locale) {
        const message = `"${name}" has the locale ${other} already. Leave one of them`;
        context.addIssue({ code: 'custom', path: [language], message });
      }
      plain.set(name, locale);
    }
    return plain.size === 0 ? null : Object.fromEntries(plain);
  });

const name = z.string().min(1);

const relation = z.strictObject(
  { relation: name, by: name },
  {
    error: ({ code }) =>
      code === 'invalid_type'
        ? hasToBe('a relation like { relation: author, by: name }')
        : undefined,
  }
) satisfies z.ZodType<MappedRelation>;

const schema = z
  .strictObject({
    /** `auto` detects it. */
    dialect: orElse(z.enum(DIALECT_CHOICES), 'auto'),
    /** Further folders of posts, in the order in which they win over each other. */
    posts: orElse(folders, []),
    /** IANA name, for archives whose configuration names no zone. */
    timezone: orNull(z.string()),
    /** For dates that name no zone: what the generator makes of them, or the wall clock as written. */
    dates: orElse(z.enum(['as-generator', 'local']), 'as-generator'),
    /** Whether each category of a post is the parent of the next; null leaves it to the configuration. */
    categories: orNull(z.enum(['flat', 'nested'])),
    /** Front matter keys and the attributes or relations they become. */
    mapping: orElse(
      z.record(z.string(), z.union([z.string(), relation]), {
        error: hasToBe('a mapping of front matter keys to attributes, like { subtitle: excerpt }'),
      }) satisfies z.ZodType<Mapping>,
      {}
    ),
    /**
     * The site's locales by language, normalised, as `lang`, `locale`, a folder or the end of a name gives it.
     * Null where posts are not assigned to locales.
     */
    locales: orNull(locales),
    /** The key of the front matter that translations of one post share; null where they share their path. */
    translations: orNull(z.string()),
    /** Rules of trailers, as `strapi-plugin-source-links` takes and checks them; null for its own. */
    trailers: orNull(z.custom<JsonValue>()),
  })
  .refine(({ locales, translations }) => translations === null || locales !== null, {
    path: ['translations'],
    error: 'it needs "locales", which assign languages to locales',
  });

/**
 * The settings of `.broadsheet.yml`. The order of the keys must not change: it is part of the
 * fingerprint.
 */
export type ArchiveSettings = Readonly<z.output<typeof schema>>;

export const DEFAULT_SETTINGS: ArchiveSettings = schema.parse({});

/** The settings of an archive, and where they are written. */
export interface LocatedSettings {
  readonly settings: ArchiveSettings;
  readonly place: Place;
}

/** Settings that are written as in a header. */
const AS_IN_HEADERS = {
  keysOf: [['mapping']],
  values: [['translations'], ['trailers', 'compose', 'home'], ['trailers', 'compose', 'category']],
};

/**
 * Decodes `.broadsheet.yml`; keys that are not given, or are null, have their defaults.
 *
 * @throws ConfigurationError that names the file, line and column, and the key
 */
export const parseSettings = (text: string): LocatedSettings => {
  const { value, place } = readSettingsYaml(text, SETTINGS_FILE, AS_IN_HEADERS);
  if (value === null || value === undefined) return { settings: DEFAULT_SETTINGS, place };
  if (typeof value !== 'object' || Array.isArray(value)) {
    const problem = 'holds no keys. Write "key: value" lines';
    throw new ConfigurationError(place, { path: [], part: 'value', problem });
  }
  const settings = parseConfig(schema, value, place);
  if (settings.trailers !== null) compileSourceRules({ trailers: settings.trailers }, place);
  return { settings, place: asWritten(place, value) };
};

/** Finds the places of languages by their normalised form, too. */
const asWritten = (place: Place, value: object): Place => {
  const languages: unknown = Reflect.get(value, 'locales');
  const isGiven = typeof languages === 'object' && languages !== null;
  const byPlain = new Map(
    Object.keys(isGiven ? languages : {}).map((language) => [normaliseLanguage(language), language])
  );
  const written = (path: KeyPath): KeyPath =>
    path.map((step, index) =>
      index === 1 && path[0] === 'locales' ? (byPlain.get(String(step)) ?? step) : step
    );
  return {
    fileAt: (path, part) => place.fileAt(written(path), part),
    keyAt: (path) => place.keyAt(written(path)),
  };
};
