import type { DateTime } from 'luxon';

/** What a path is rendered from. */
export interface PathFacts {
  readonly slug: string;
  /** In the zone in which paths are dated; null for a document without a date. */
  readonly date: DateTime | null;
  /** Slugs, in the document's order. */
  readonly categories: readonly string[];
  readonly locale: string | null;
}

interface PathWord {
  /** The word's text, not yet percent-encoded; null when the document cannot say it. */
  render(facts: PathFacts): string | null;
  /** A bounded pattern of what it can stand for; null for text of any length. */
  readonly shape: string | null;
  /** Whether it can hold several parts of a path, or none. */
  readonly spreads?: true;
}

const slug: PathWord = { render: (facts) => facts.slug, shape: null };

const named = (format: string, shape: string): PathWord => ({
  render: (facts) => facts.date?.setLocale('en').toFormat(format) ?? null,
  shape,
});

/** Numbers are most of what paths say of a date, and formatting would be most of their cost. */
const numbered = (
  read: (date: DateTime) => number,
  digits: number,
  shape = `\\d{${digits}}`
): PathWord => ({
  render: ({ date }) => (date === null ? null : String(read(date)).padStart(digits, '0')),
  shape,
});

const unique = (names: readonly string[]) => [...new Set(names)];

/**
 * Jekyll's permalink words (https://jekyllrb.com/docs/permalinks/), and `:locale` beside them.
 * `:slug` and `:title` both are the document's slug, case kept; `:categories` are lower-cased and
 * unique, as Jekyll has them.
 */
export const PATH_WORDS: Readonly<Record<string, PathWord>> = {
  slug,
  title: slug,
  categories: {
    render: (facts) => unique(facts.categories.map((name) => name.toLowerCase())).join('/'),
    shape: null,
    spreads: true,
  },
  slugified_categories: {
    render: (facts) =>
      unique(
        facts.categories.map((name) => name.toLowerCase().replace(/[^\p{M}\p{L}\p{Nd}]+/gu, '-'))
      ).join('/'),
    shape: null,
    spreads: true,
  },
  locale: { render: (facts) => facts.locale, shape: '[A-Za-z0-9-]{2,35}' },
  output_ext: { render: () => '.html', shape: '\\.html' },
  year: numbered((date) => date.year, 4),
  short_year: numbered((date) => date.year % 100, 2),
  month: numbered((date) => date.month, 2),
  i_month: numbered((date) => date.month, 1, '\\d{1,2}'),
  short_month: named('LLL', '[A-Z][a-z]{2}'),
  long_month: named('LLLL', '[A-Z][a-z]{2,8}'),
  day: numbered((date) => date.day, 2),
  i_day: numbered((date) => date.day, 1, '\\d{1,2}'),
  y_day: numbered((date) => date.ordinal, 3),
  w_year: numbered((date) => date.weekYear, 4),
  week: numbered((date) => date.weekNumber, 2),
  w_day: numbered((date) => date.weekday, 1),
  short_day: named('ccc', '[A-Z][a-z]{2}'),
  long_day: named('cccc', '[A-Z][a-z]{5,8}'),
  hour: numbered((date) => date.hour, 2),
  minute: numbered((date) => date.minute, 2),
  second: numbered((date) => date.second, 2),
};
