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

const dated = (format: string, shape: string): PathWord => ({
  render: (facts) => facts.date?.setLocale('en').toFormat(format) ?? null,
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
  year: dated('yyyy', '\\d{4}'),
  short_year: dated('yy', '\\d{2}'),
  month: dated('MM', '\\d{2}'),
  i_month: dated('M', '\\d{1,2}'),
  short_month: dated('LLL', '[A-Z][a-z]{2}'),
  long_month: dated('LLLL', '[A-Z][a-z]{2,8}'),
  day: dated('dd', '\\d{2}'),
  i_day: dated('d', '\\d{1,2}'),
  y_day: dated('ooo', '\\d{3}'),
  w_year: dated('kkkk', '\\d{4}'),
  week: dated('WW', '\\d{2}'),
  w_day: dated('E', '\\d'),
  short_day: dated('ccc', '[A-Z][a-z]{2}'),
  long_day: dated('cccc', '[A-Z][a-z]{5,8}'),
  hour: dated('HH', '\\d{2}'),
  minute: dated('mm', '\\d{2}'),
  second: dated('ss', '\\d{2}'),
};
