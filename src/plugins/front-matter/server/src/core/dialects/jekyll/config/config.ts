import { rubyToS } from '../psych/to-s';
import type { RubyHash, RubyValue } from '../psych/value';
import type { ConfigFile } from '../../dialect';
import { readConfig, WOULD_NOT_START } from './read-config';

/** Values for posts in a part of the archive, from `defaults` in `_config.yml`. */
export interface DefaultSet {
  /** As written, without the folder of collections; empty for everywhere. */
  readonly path: string;
  /** Null where the scope names none. */
  readonly type: string | null;
  readonly values: RubyHash;
}

/** The settings of `_config.yml` that decide what a post is. */
export interface JekyllConfig {
  /** The folder of the site, relative to the archive's root; empty for the root. */
  readonly source: string;
  /** The folder that the site is built in, which is never read; null where it is outside of the archive. */
  readonly destination: string | null;
  readonly timezone: string | null;
  /** A template; styles like `pretty` are replaced by theirs. */
  readonly permalink: RubyValue;
  readonly defaults: readonly DefaultSet[];
  readonly excerptSeparator: string;
  readonly future: boolean;
  readonly encoding: string;
  /** As written; empty where collections are in the source. */
  readonly collectionsDir: string;
  readonly markdownExtensions: readonly string[];
  readonly exclude: readonly string[];
  readonly include: readonly string[];
  readonly baseurl: string;
  readonly url: string;
}

/** Longest `excerpt_separator`: searching takes up to its length times the body's. */
export const MAX_SEPARATOR = 200;

/** `Configuration::STYLE_TO_PERMALINK`. */
const STYLES: Readonly<Record<string, string>> = {
  none: '/:categories/:title:output_ext',
  date: '/:categories/:year/:month/:day/:title:output_ext',
  ordinal: '/:categories/:year/:y_day/:title:output_ext',
  pretty: '/:categories/:year/:month/:day/:title/',
  weekdate: '/:categories/:year/W:week/:short_day/:title:output_ext',
};

/** `Configuration::DEFAULT_EXCLUDES`. */
const ALWAYS_EXCLUDED = [
  '.sass-cache',
  '.jekyll-cache',
  'gemfiles',
  'Gemfile',
  'Gemfile.lock',
  'node_modules',
  'vendor/bundle/',
  'vendor/cache/',
  'vendor/gems/',
  'vendor/ruby/',
];

/**
 * Decodes a `_config.yml`; an empty text gives Jekyll's defaults.
 *
 * @throws ConfigError where Jekyll itself would not start, or would not end
 */
export const parseConfig = (text: string): JekyllConfig =>
  parseConfigs([{ name: '_config.yml', text }]);

/**
 * Decodes the files of a configuration, of which a later one wins.
 *
 * @throws ConfigError where Jekyll itself would not start, or would not end
 */
export const parseConfigs = (files: readonly ConfigFile[]): JekyllConfig => {
  const { root, wrong } = readConfig(files);
  const excerptSeparator = textOr(root.get('excerpt_separator') ?? null, '\n\n');
  if (excerptSeparator.length > MAX_SEPARATOR) {
    const reason = `"excerpt_separator" is longer than ${MAX_SEPARATOR} characters. Shorten it`;
    throw wrong('excerpt_separator', reason);
  }
  const source = root.get('source') ?? '';
  if (typeof source !== 'string') throw wrong('source', `"source" is no text. ${WOULD_NOT_START}`);
  const sourceFolder = folderInRoot(source);
  if (sourceFolder === null) {
    const reason = `"source" leads out of the archive (${source}). Give the directory that holds both, or correct it`;
    throw wrong('source', reason);
  }
  return {
    source: sourceFolder,
    destination: folderInRoot(textOr(root.get('destination') ?? null, '_site')),
    timezone: textOr(root.get('timezone'), null),
    permalink: permalinkOf(root),
    defaults: defaultsOf(root.get('defaults')),
    excerptSeparator,
    future: isTruthy(root.get('future')),
    encoding: textOr(root.get('encoding') ?? null, 'utf-8'),
    collectionsDir: textOr(root.get('collections_dir') ?? null, ''),
    markdownExtensions: textOr(root.get('markdown_ext') ?? null, 'markdown,mkdown,mkdn,mkd,md')
      .split(',')
      .map((extension) => `.${extension.toLowerCase()}`),
    exclude: [...listOf(root.get('exclude')), ...ALWAYS_EXCLUDED],
    include: root.has('include') ? listOf(root.get('include')) : ['.htaccess'],
    baseurl: textOr(root.get('baseurl') ?? null, ''),
    url: textOr(root.get('url') ?? null, ''),
  };
};

/** The folder without slashes at its ends, empty for the root itself; null for one outside of it. */
const folderInRoot = (folder: string): string | null => {
  if (/^[/~]/.test(folder)) return null;
  const names: string[] = [];
  for (const name of folder.split('/')) {
    if (name === '..' && names.pop() === undefined) return null;
    if (name !== '' && name !== '.' && name !== '..') names.push(name);
  }
  return names.join('/');
};

const isTruthy = (value: RubyValue | undefined): boolean =>
  value !== undefined && value !== null && value !== false;

const textOr = <D extends string | null>(value: RubyValue | undefined, otherwise: D): string | D =>
  value === undefined || value === null ? otherwise : rubyToS(value);

const listOf = (value: RubyValue | undefined): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];

/** `collections.posts.permalink` is a template as it stands; `permalink` may name a style. */
const permalinkOf = (root: RubyHash): RubyValue => {
  const collections = root.get('collections');
  const posts = collections instanceof Map ? collections.get('posts') : undefined;
  const own = posts instanceof Map ? posts.get('permalink') : undefined;
  if (isTruthy(own) && own !== undefined) return own;
  const style = textOr(root.get('permalink') ?? null, 'date');
  return Object.hasOwn(STYLES, style) ? (STYLES[style] ?? style) : style;
};

const defaultsOf = (value: RubyValue | undefined): DefaultSet[] => {
  if (!Array.isArray(value)) return [];
  return value.flatMap((set) => {
    if (!(set instanceof Map)) return [];
    const values = set.get('values');
    if (!(values instanceof Map)) return [];
    const scope = set.get('scope');
    const path = scope instanceof Map ? scope.get('path') : undefined;
    const type = scope instanceof Map && scope.has('type') ? textOr(scope.get('type'), '') : null;
    return [{ path: typeof path === 'string' ? path : '', type: current(type), values }];
  });
};

/** Jekyll still accepts the old names of types. */
const current = (type: string | null): string | null =>
  type === 'post' || type === 'page' || type === 'draft' ? `${type}s` : type;
