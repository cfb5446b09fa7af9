import {
  DEFAULT_PARENT,
  DEFAULT_SETTINGS,
  POST_FIELDS,
  type PostField,
  type Settings,
  type TermSettings,
} from './settings';

/** A setting that is not what it has to be; the message names its file and its key. */
export class SettingsError extends Error {
  /** @param file the archive's own, where the setting is from there */
  constructor(key: string, expected: string, file: string | null = null) {
    const setting =
      file === null ? `config/plugins: 'front-matter'.config.${key}` : `${file}: "${key}"`;
    super(`${setting} ${expected}.`);
    this.name = 'SettingsError';
  }
}

type Dictionary = Readonly<Record<string, unknown>>;

const isDictionary = (value: unknown): value is Dictionary =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const refuseUnknown = (dictionary: Dictionary, known: readonly string[], prefix: string): void => {
  const stranger = Object.keys(dictionary).find((key) => !known.includes(key));
  if (stranger !== undefined) {
    throw new SettingsError(
      `${prefix}${stranger}`,
      `is not known here: use one of ${known.join(', ')}`
    );
  }
};

const text = (value: unknown, key: string): string => {
  if (typeof value !== 'string' || value === '') throw new SettingsError(key, 'has to be a text');
  return value;
};

const parseTerms = (value: unknown, key: 'categories' | 'tags'): TermSettings | false => {
  const defaults = DEFAULT_SETTINGS[key];
  if (value === undefined) return defaults;
  if (value === false) return false;
  if (!isDictionary(value)) throw new SettingsError(key, 'has to be an object, or false');
  const isCategories = key === 'categories';
  const known = [
    'attribute',
    'name',
    'slug',
    'paths',
    ...(isCategories ? ['nested', 'parent'] : []),
  ];
  refuseUnknown(value, known, `${key}.`);
  const { attribute = key, name = 'name', slug = 'slug', paths = [], nested = false } = value;
  const { parent = DEFAULT_PARENT } = value;
  if (typeof nested !== 'boolean')
    throw new SettingsError(`${key}.nested`, 'has to be true or false');
  if (!Array.isArray(paths)) throw new SettingsError(`${key}.paths`, 'has to be a list');
  return {
    attribute: text(attribute, `${key}.attribute`),
    name: text(name, `${key}.name`),
    slug: text(slug, `${key}.slug`),
    paths: paths.map((path: unknown, index) => {
      const pattern = text(path, `${key}.paths[${index}]`);
      if (!pattern.startsWith('/') || !pattern.includes(':name')) {
        throw new SettingsError(
          `${key}.paths[${index}]`,
          "has to begin with '/' and to hold ':name'"
        );
      }
      return pattern;
    }),
    nested,
    parent: isCategories ? text(parent, `${key}.parent`) : null,
  };
};

const parseAttributes = (value: unknown): Settings['attributes'] => {
  if (value === undefined) return {};
  if (!isDictionary(value)) throw new SettingsError('attributes', 'has to be an object');
  refuseUnknown(value, POST_FIELDS, 'attributes.');
  return Object.fromEntries(
    Object.entries(value).map(([field, name]) => [
      field satisfies string as PostField,
      name === false ? false : text(name, `attributes.${field}`),
    ])
  );
};

const parseKeys = (value: unknown): Settings['keys'] => {
  if (value === undefined) return {};
  if (!isDictionary(value)) throw new SettingsError('keys', 'has to be an object');
  return Object.fromEntries(
    Object.entries(value).map(([key, name]) => [key, text(name, `keys.${key}`)])
  );
};

/**
 * Decodes the plugin's configuration.
 *
 * @throws SettingsError that names the first key that is not as it has to be.
 */
export const parseSettings = (config: unknown): Settings => {
  if (config === undefined) return DEFAULT_SETTINGS;
  if (!isDictionary(config)) throw new SettingsError('', 'has to be an object');
  refuseUnknown(config, ['contentType', 'attributes', 'categories', 'tags', 'keys'], '');
  return {
    contentType: text(config['contentType'] ?? DEFAULT_SETTINGS.contentType, 'contentType'),
    attributes: parseAttributes(config['attributes']),
    categories: parseTerms(config['categories'], 'categories'),
    tags: parseTerms(config['tags'], 'tags'),
    keys: parseKeys(config['keys']),
  };
};
