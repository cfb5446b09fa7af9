import { type CivilTime, civilFromSeconds } from '../psych/civil-time';
import { fourDigits } from '../psych/to-s';
import type { RubyValue } from '../psych/value';
import { escapePath } from './escape-path';
import { baseName, extensionOf, nameWithoutExtension } from '../files/file-name';
import { slugify } from './slugify';
import { downcase } from './text-case';

export interface UrlParts {
  /** Relative to the folder of collections. */
  readonly path: string;
  /** The front matter's, or the file name's; anything but a text gives no address. */
  readonly slug: RubyValue;
  readonly categories: readonly string[];
  /** The wall clock in the archive's zone, as seconds since the epoch. */
  readonly wallSeconds: number;
  /** With its dot: `.html` for Markdown. */
  readonly convertedExtension: string;
}

/** No address is longer; a template may repeat a long name thousands of times. */
const MAX_LENGTH = 64 * 1024;

/**
 * The address that Jekyll gives a post, percent-encoded. Null where the template names a placeholder
 * that does not exist, on which Jekyll's build stops, and where the result would be too long.
 *
 * @param template the site's
 * @param permalink the post's own, which is a template too
 */
export const urlOf = (
  template: RubyValue,
  permalink: RubyValue,
  parts: UrlParts
): string | null => {
  const used = permalink === null || permalink === false ? template : permalink;
  if (typeof used !== 'string') return null;
  let length = used.length;
  if (length > MAX_LENGTH) return null;
  const at = civilFromSeconds(parts.wallSeconds);
  const filled = used.replace(/:([a-z_]+)/g, (found: string, name: string) => {
    if (length > MAX_LENGTH) return '';
    // `:month_:day` is two placeholders and an underscore.
    const key = name.replace(/_$/, '');
    const value = placeholder(key, parts, at, permalink);
    const escaped = value === null || value.length > MAX_LENGTH ? null : escapePath(value);
    length = escaped === null ? Infinity : length + escaped.length;
    return (escaped ?? '') + found.slice(key.length + 1);
  });
  return length > MAX_LENGTH ? null : sanitize(filled);
};

/** `URL#sanitize_url`. */
const sanitize = (url: string): string =>
  `/${url}`.replaceAll('..', '/').replaceAll('./', '').replace(/\/+/g, '/');

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
const DAYS = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const;

const two = (value: number): string => String(value).padStart(2, '0');

/** `Drops::UrlDrop`; null for a name that it does not know. */
const placeholder = (
  key: string,
  parts: UrlParts,
  at: CivilTime,
  permalink: RubyValue
): string | null => {
  switch (key) {
    case 'collection':
      return 'posts';
    case 'output_ext':
      return permalinkExtension(permalink) ?? parts.convertedExtension;
    case 'path':
      return cleanedPath(parts.path);
    case 'name':
      return slugify(nameWithoutExtension(parts.path));
    case 'title':
      return typeof parts.slug === 'string' ? slugify(parts.slug, 'pretty', true) : null;
    case 'slug':
      return typeof parts.slug === 'string' ? slugify(parts.slug) : null;
    case 'categories':
      return [...new Set(parts.categories.map(downcase))].join('/');
    case 'slugified_categories':
      return [...new Set(parts.categories.map((category) => slugify(category)))].join('/');
    case 'year':
      return fourDigits(at.year);
    case 'month':
      return two(at.month);
    case 'day':
      return two(at.day);
    case 'hour':
      return two(at.hour);
    case 'minute':
      return two(at.minute);
    case 'second':
      return two(at.second);
    case 'i_day':
      return String(at.day);
    case 'i_month':
      return String(at.month);
    case 'short_month':
      return (MONTHS[at.month - 1] ?? '').slice(0, 3);
    case 'long_month':
      return MONTHS[at.month - 1] ?? '';
    case 'short_year':
      return two(((at.year % 100) + 100) % 100);
    case 'w_year':
      return fourDigits(isoWeek(parts.wallSeconds).year);
    case 'week':
      return two(isoWeek(parts.wallSeconds).week);
    case 'w_day':
      return String(at.weekday === 0 ? 7 : at.weekday);
    case 'short_day':
      return (DAYS[at.weekday] ?? '').slice(0, 3);
    case 'long_day':
      return DAYS[at.weekday] ?? '';
    case 'y_day':
      return String(at.yearDay).padStart(3, '0');
    default:
      return null;
  }
};

/** An ISO week belongs to the year of its Thursday. */
const isoWeek = (seconds: number): { year: number; week: number } => {
  const { weekday } = civilFromSeconds(seconds);
  const thursday = civilFromSeconds(seconds + (4 - (weekday === 0 ? 7 : weekday)) * 86_400);
  return { year: thursday.year, week: Math.floor((thursday.yearDay - 1) / 7) + 1 };
};

/** `Document#cleaned_relative_path`. */
const cleanedPath = (path: string): string => {
  const extension = extensionOf(path);
  const bare = extension === '' ? path : path.slice(0, -extension.length);
  return bare.replace('_posts', '').replace(/\.+$/, '');
};

/** `Renderer#permalink_ext`: a permalink that ends in an extension decides the output's. */
const permalinkExtension = (permalink: RubyValue): string | null => {
  if (typeof permalink !== 'string' || permalink.endsWith('/')) return null;
  const extension = extensionOf(baseName(permalink));
  return extension === '' ? null : extension;
};
