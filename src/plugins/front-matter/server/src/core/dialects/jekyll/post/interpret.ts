import type { Issue } from '../../../issue';
import type { JsonValue, Post } from '../../../post';
import { titleOfSlug } from '../address/title';
import { urlOf } from '../address/url';
import { type JekyllConfig, MAX_SEPARATOR } from '../config/config';
import {
  extensionOf,
  nameWithoutExtension,
  readDatedName,
  readDatelessName,
} from '../files/file-name';
import type { JekyllPlace } from '../files/place';
import type { TextReading } from '../header/read-text';
import { hashToJson, valueToJson } from '../psych/to-json';
import { rubyToS } from '../psych/to-s';
import type { RubyHash, RubyValue } from '../psych/value';
import { isoDate } from '../time/date';
import { pluralized, uniqueValues } from './categories';
import { dateOf, type DateRules } from './date-of';
import { excerptOf } from './excerpt';
import { emptyTitle, longSeparator, unknownUrl } from './interpret-issues';
import { mergeData } from './merge-data';
import { languageOf, sharedOf } from './translation-of';

/** What is the same for all posts of an archive. */
export interface JekyllContext extends DateRules {
  readonly config: JekyllConfig;
  /** The configuration's defaults of a post, by its path relative to the folder of collections. */
  readonly defaultsOf: (path: string) => RubyHash;
  /** Whether each category of a post is the parent of the next. */
  readonly nestedCategories: boolean;
  /** The key of the front matter that translations of one post share, where there is one. */
  readonly translationKey?: string | null;
}

export type Interpretation =
  | {
      readonly ok: true;
      readonly post: Post;
      readonly issues: readonly Issue[];
      readonly repaired: boolean;
    }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * Interprets a file as Jekyll does, step by step as in its `Document`: categories of the path, the
 * configuration's defaults, the header, then title, date and slug of the file name.
 *
 * @param modifiedAt milliseconds since the epoch: a draft's date
 */
export const interpret = (
  reading: TextReading,
  place: JekyllPlace,
  modifiedAt: number,
  context: JekyllContext
): Interpretation => {
  const { config, zone } = context;
  const issues: Issue[] = [];
  const merged = mergeData(reading, place, context.defaultsOf, issues);
  if (merged === null) return { ok: false, issues };
  const { data, repaired } = merged;
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
    repaired: repaired || issues.some(({ code }) => code === 'REPAIRED_DATE'),
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
};

const truthy = (value: RubyValue | undefined): RubyValue =>
  value === undefined || value === false ? null : value;

/** `Document#populate_categories`: the merged categories, then all of them as texts. */
const categoriesOf = (data: RubyHash, text: (value: RubyValue) => string): RubyValue[] => {
  const listed = data.get('categories') ?? null;
  const sofar = Array.isArray(listed) ? listed : [];
  const texts = [...sofar, ...pluralized(data, 'category', 'categories')].map(text);
  return uniqueValues([...sofar, ...texts]);
};

/** `Document#draft?`; the header and the defaults go before the folder. */
const isDraft = (data: RubyHash, place: JekyllPlace): boolean => {
  const said = truthy(data.get('draft'));
  return said === null ? !place.path.includes('_posts') : said === true;
};

const convertedExtension = (path: string, { markdownExtensions }: JekyllConfig): string => {
  const extension = extensionOf(path);
  if (markdownExtensions.includes(extension.toLowerCase())) return '.html';
  return /^\.s[ac]ss$/i.test(extension) ? '.css' : extension;
};

const textsOf = (value: JsonValue | undefined): string[] => {
  if (typeof value === 'string') return value === '' ? [] : [value];
  return Array.isArray(value)
    ? value.filter((item) => typeof item === 'string' && item !== '')
    : [];
};
