import { IANAZone } from 'luxon';
import { canonicalAddress } from '../core/canonical-address';
import type { SlugMode } from '../core/make-slug';
import { parsePattern, type PathPattern } from '../core/path-pattern';

/** One type's settings, with everything that was left out filled in. */
export interface TypeSettings {
  /** The attribute that holds the slug. */
  readonly slug: string;
  /** The attribute a slug is made from. */
  readonly title: string;
  /** The attribute a slug is made from when the title gives none; null for none. */
  readonly fallback: string | null;
  /** The attribute that dates a path; null for types without dates. */
  readonly date: string | null;
  /** The relation whose slugs are a path's `:categories`; null for none. */
  readonly categories: string | null;
  readonly mode: SlugMode;
  /** In characters. */
  readonly maxLength: number;
  readonly reserved: readonly string[];
  /** Null for a type whose documents have no page of their own. */
  readonly pattern: PathPattern | null;
  /** What becomes of the addresses of a deleted document. */
  readonly deleted: 'free' | 'gone';
}

export interface PermalinksConfig {
  /** IANA name; null to take it from the first archive, else UTC. */
  readonly timezone: string | null;
  /** Where no redirect may begin, beside what the server itself answers at. */
  readonly reservedPaths: readonly string[];
  readonly contentTypes: Readonly<Record<string, TypeSettings>>;
}

/** Names that an address loses in its canonical form: no document could be found by them. */
const FOLDERS_THEMSELVES = ['index', 'index.html'];

const MODES: readonly SlugMode[] = ['pinyin', 'unicode', 'ascii'];
const TYPE_KEYS = new Set([
  'slug',
  'title',
  'fallback',
  'date',
  'categories',
  'mode',
  'maxLength',
  'reserved',
  'pattern',
  'deleted',
]);

/**
 * Reads the plugin's configuration, filling in what is left out.
 *
 * @throws Error that names the key and says what it may be.
 */
export function readConfig(config: unknown): PermalinksConfig {
  const root = record(config, 'permalinks');
  onlyKeys(root, new Set(['timezone', 'reservedPaths', 'contentTypes']), 'permalinks');
  const timezone = textOrNull(root['timezone'], 'permalinks.timezone', null);
  if (timezone !== null && !IANAZone.isValidZone(timezone)) {
    throw fault(
      'permalinks.timezone',
      `"${timezone}" is not a time zone. Use a name like "Asia/Shanghai".`
    );
  }
  const contentTypes = record(root['contentTypes'] ?? {}, 'permalinks.contentTypes');
  return {
    timezone,
    reservedPaths: paths(root['reservedPaths'] ?? [], 'permalinks.reservedPaths'),
    contentTypes: Object.fromEntries(
      Object.entries(contentTypes).map(([uid, settings]) => [uid, readType(uid, settings)])
    ),
  };
}

function readType(uid: string, value: unknown): TypeSettings {
  const at = `permalinks.contentTypes["${uid}"]`;
  const settings = record(value, at);
  onlyKeys(settings, TYPE_KEYS, at);
  return {
    slug: text(settings['slug'] ?? 'slug', `${at}.slug`),
    title: text(settings['title'] ?? 'title', `${at}.title`),
    fallback: textOrNull(settings['fallback'], `${at}.fallback`, null),
    date: textOrNull(settings['date'], `${at}.date`, null),
    categories: textOrNull(settings['categories'], `${at}.categories`, null),
    mode: oneOf(settings['mode'] ?? 'pinyin', MODES, `${at}.mode`),
    maxLength: length(settings['maxLength'] ?? 100, `${at}.maxLength`),
    reserved: [...FOLDERS_THEMSELVES, ...texts(settings['reserved'] ?? [], `${at}.reserved`)],
    pattern: pattern(settings['pattern'], `${at}.pattern`),
    deleted: oneOf(settings['deleted'] ?? 'free', ['free', 'gone'] as const, `${at}.deleted`),
  };
}

const DEFAULT_PATTERN = '/:categories/:year/:month/:day/:slug.html';

function pattern(value: unknown, key: string): PathPattern | null {
  const given = textOrNull(value, key, DEFAULT_PATTERN);
  if (given === null) return null;
  try {
    return parsePattern(given);
  } catch (error) {
    throw fault(key, error instanceof Error ? error.message : String(error));
  }
}

function length(value: unknown, key: string): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 10 && value <= 200)
    return value;
  throw fault(key, 'must be a whole number from 10 to 200.');
}

function oneOf<Choice extends string>(
  value: unknown,
  choices: readonly Choice[],
  key: string
): Choice {
  const choice = choices.find((candidate) => candidate === value);
  if (choice !== undefined) return choice;
  throw fault(key, `must be one of ${choices.map((c) => `"${c}"`).join(', ')}.`);
}

function text(value: unknown, key: string): string {
  if (typeof value === 'string' && value !== '') return value;
  throw fault(key, 'must be a text.');
}

function textOrNull(value: unknown, key: string, otherwise: string | null): string | null {
  if (value === undefined) return otherwise;
  return value === null ? null : text(value, key);
}

function texts(value: unknown, key: string): string[] {
  if (Array.isArray(value)) return value.map((item: unknown) => text(item, key));
  throw fault(key, 'must be a list of texts.');
}

function paths(value: unknown, key: string): string[] {
  const given = texts(value, key);
  const unfit = given.find((path) => !path.startsWith('/') || canonicalAddress(path) === null);
  if (unfit === undefined) return given;
  throw fault(key, `has "${unfit}", which is not a path. Write it like "/shop".`);
}

function record(value: unknown, key: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw fault(key, 'must be an object.');
}

function onlyKeys(value: Record<string, unknown>, known: ReadonlySet<string>, at: string): void {
  const unknown = Object.keys(value).find((key) => !known.has(key));
  if (unknown !== undefined) {
    throw fault(`${at}.${unknown}`, `is not known here. Known are ${[...known].join(', ')}.`);
  }
}

const fault = (key: string, message: string) => new Error(`Configuration: ${key} ${message}`);
