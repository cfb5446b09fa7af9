import type { Issue } from '../../../issue';
import type { JsonValue, Post } from '../../../post';
import { hashToJson, valueToJson } from '../psych/to-json';
import { rubyToS } from '../psych/to-s';
import type { RubyHash, RubyValue } from '../psych/value';
import type { TextReading } from '../header/read-text';
import { pluralized, uniqueValues } from './categories';
import type { JekyllConfig } from '../config/config';
import { isoDate, type ReadDate, readDate } from '../time/date';
import { excerptOf, MAX_SEPARATOR } from './excerpt';
import {
  extensionOf,
  nameWithoutExtension,
  readDatedName,
  readDatelessName,
} from '../files/file-name';
import {
  emptyTitle,
  invalidDate,
  longSeparator,
  mendedDate,
  rolledOver,
  unknownUrl,
  withoutZone,
} from './interpret-issues';
import { mergeData } from './merge-data';
import { mendDate } from '../time/mend-date';
import type { JekyllPlace } from '../files/place';
import { titleOfSlug } from '../address/title';
import { urlOf } from '../address/url';
import type { Zone } from '../time/zone';

/** What holds for all posts of an archive. */
export interface JekyllContext {
  readonly config: JekyllConfig;
  /** What the configuration gives a post, by its path from the folder of collections. */
  readonly defaultsOf: (path: string) => RubyHash;
  readonly zone: Zone;
  /** `local` keeps the wall clock of dates that name no zone; addresses stay the generator's. */
  readonly zonelessDates: 'as-generator' | 'local';
  /** True where each category of a post stands under the one before it. */
  readonly nestedCategories: boolean;
  /** The key of the front matter that translations of one post share, where there is one. */
  readonly translationKey?: string | null;
  /** In seconds since the epoch: dates may leave out their year. */
  readonly now: number;
}

export type Interpretation =
  | {
      readonly ok: true;
      readonly post: Post;
      readonly issues: readonly Issue[];
      readonly mended: boolean;
    }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * What a file is to Jekyll, step by step as in its `Document`: categories of the path, the
 * configuration's defaults, the header, then title, date and slug of the file name.
 *
 * @param modifiedAt milliseconds since the epoch: a draft's date
 */
export function interpret(
  reading: TextReading,
  place: JekyllPlace,
  modifiedAt: number,
  context: JekyllContext
): Interpretation {
  const { config, zone } = context;
  const issues: Issue[] = [];
  const merged = mergeData(reading, place, context.defaultsOf, issues);
  if (merged === null) return { ok: false, issues };
  const { data, mended } = merged;
  const name = readDatedName(place.path) ?? readDatelessName(place.path);
  const fileSlug = (name?.slug ?? nameWithoutExtension(place.path)).replace(/\.+$/, '');
  const text = rubyToS;
  const orElse = (key: string, otherwise: RubyValue): RubyValue =>
    truthy(data.get(key)) ?? otherwise;
  const titleValue = truthy(data.get('title')) ?? titleOfSlug(fileSlug);
  const title = text(titleValue);
  if (title.trim() === '' || reading.data.get('title') === null) issues.push(emptyTitle(reading));
  const date = dateOf(data, name?.date ?? null, reading, context, issues);
  if (date === null) return { ok: false, issues };
  const slug = orElse('slug', fileSlug);
  const seconds = date === undefined ? Math.floor(modifiedAt / 1000) : date.seconds;
  const shown = date !== undefined && context.zonelessDates === 'local' ? date.meant : seconds;
  const categoryValues = categoriesOf(data, text);
  const categories = [...new Set(categoryValues.map(text))];
  const tagValues = pluralized(data, 'tag', 'tags');
  const url = urlOf(config.permalink, data.get('permalink') ?? null, {
    path: place.path,
    slug,
    categories,
    wallSeconds: seconds + zone.offsetAt(seconds),
    convertedExtension: convertedExtension(place.path, config),
  });
  if (url === null) issues.push(unknownUrl(reading));
  const frontMatter = hashToJson(reading.data, zone.offsetAt);
  const separator = text(truthy(data.get('excerpt_separator')) ?? config.excerptSeparator);
  if (separator.length > MAX_SEPARATOR) {
    return { ok: false, issues: [...issues, longSeparator(reading)] };
  }
  const excerpt = truthy(data.get('excerpt'));
  return {
    ok: true,
    mended: mended || issues.some(({ code }) => code === 'MENDED_DATE'),
    issues,
    post: {
      title,
      slug: text(slug),
      date: isoDate(shown, zone),
      categories,
      categoryPaths: context.nestedCategories && categories.length > 0 ? [categories] : [],
      tags: tagValues.map(text),
      draft: isDraft(data, place),
      published: !data.has('published') || truthy(data.get('published')) !== null,
      hiddenUntilDate: !config.future,
      url,
      redirectFrom: textsOf(frontMatter['redirect_from']),
      redirectTo: textsOf(frontMatter['redirect_to'])[0] ?? null,
      excerpt: excerpt === null ? excerptOf(reading.content, separator) : text(excerpt),
      content: reading.content,
      frontMatter,
      translation: {
        language: languageOf(data),
        shared: sharedOf(data, context.translationKey ?? null),
        path: place.path,
      },
      asGenerated: {
        title: valueToJson(titleValue),
        slug: valueToJson(slug),
        categories: categoryValues.map((value) => valueToJson(value)),
        tags: tagValues.map((value) => valueToJson(value)),
      },
    },
  };
}

const truthy = (value: RubyValue | undefined): RubyValue =>
  value === undefined || value === false ? null : value;

/** Those merged so far, then all of them as texts: Jekyll's `populate_categories`. */
function categoriesOf(data: RubyHash, text: (value: RubyValue) => string): RubyValue[] {
  const listed = data.get('categories') ?? null;
  const sofar = Array.isArray(listed) ? listed : [];
  const texts = [...sofar, ...pluralized(data, 'category', 'categories')].map(text);
  return uniqueValues([...sofar, ...texts]);
}

/**
 * The header's date, else the file name's; undefined where neither has one, null where it is none.
 */
function dateOf(
  data: RubyHash,
  inName: string | null,
  reading: TextReading,
  { zone, now, zonelessDates }: JekyllContext,
  issues: Issue[]
): ReadDate | null | undefined {
  if (!data.has('date')) {
    if (inName === null) return undefined;
    const date = readDate(inName, zone, now);
    if (date === null) issues.push(invalidDate(inName, null));
    else if (date.rolledOver) issues.push(rolledOver(inName, isoDate(date.seconds, zone), null));
    return date;
  }
  const value = data.get('date') ?? null;
  const at = reading.placeOf('date');
  const shown = rubyToS(value);
  const asWritten = readDate(value, zone, now);
  const mended = asWritten === null ? mendDate(shown) : null;
  const date = mended === null ? asWritten : readDate(mended, zone, now);
  if (mended !== null && date !== null) issues.push(mendedDate(shown, mended, at));
  else if (date === null) issues.push(invalidDate(shown, at));
  else if (date.rolledOver) issues.push(rolledOver(shown, isoDate(date.seconds, zone), at));
  else if (date.meant !== date.seconds) issues.push(withoutZone(at, zonelessDates));
  return date;
}

/** `Document#draft?`; the header and the defaults have the last word. */
function isDraft(data: RubyHash, place: JekyllPlace): boolean {
  const said = truthy(data.get('draft'));
  return said === null ? !place.path.includes('_posts') : said === true;
}

/** To YAML 1.1 the language `no` is a falsehood. */
function languageOf(data: RubyHash): string | null {
  for (const key of ['lang', 'locale']) {
    const value = data.get(key) ?? null;
    if (value === false) return 'no';
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
  }
  return null;
}

/** Lists and the like tell nothing that other posts could share. */
function sharedOf(data: RubyHash, key: string | null): string | null {
  const value = key === null ? null : (data.get(key) ?? null);
  if (value === null || Array.isArray(value) || value instanceof Map) return null;
  const text = rubyToS(value).trim();
  return text === '' ? null : text;
}

function convertedExtension(path: string, { markdownExtensions }: JekyllConfig): string {
  const extension = extensionOf(path);
  if (markdownExtensions.includes(extension.toLowerCase())) return '.html';
  return /^\.s[ac]ss$/i.test(extension) ? '.css' : extension;
}

function textsOf(value: JsonValue | undefined): string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  return Array.isArray(value)
    ? value.filter((item) => typeof item === 'string' && item !== '')
    : [];
}
