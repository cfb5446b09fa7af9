import { type Issue, issueOf } from '../../../issue';
import { TooComplexError } from '../psych/measure';
import { rubyToS } from '../psych/to-s';
import type { RubyHash } from '../psych/value';
import type { TextReading } from '../header/read-text';
import { categoriesOfPath, CategoriesError, unionCategories } from './categories';
import { deepMerge } from '../config/deep-merge';
import { endlessMerge } from './interpret-issues';
import type { JekyllPlace } from '../files/place';

/**
 * Merges categories, defaults and header; null where Jekyll fails on the categories or on a circular
 * value.
 */
export const mergeData = (
  reading: TextReading,
  place: JekyllPlace,
  defaultsOf: (path: string) => RubyHash,
  issues: Issue[]
): { data: RubyHash; repaired: boolean } | null => {
  const folder = place.path.includes('_posts') ? '_posts' : '_drafts';
  const own: RubyHash = new Map([['categories', categoriesOfPath(place.path, folder)]]);
  try {
    const defaults = defaultsOf(place.path);
    const withDefaults = mergeCategories(own, defaults);
    const { header, repaired } = readableCategories(reading, issues);
    return { data: mergeCategories(withDefaults, header), repaired };
  } catch (error) {
    if (error instanceof TooComplexError) {
      issues.push(endlessMerge());
      return null;
    }
    if (!(error instanceof CategoriesError)) throw error;
    issues.push(
      issueOf('CATEGORIES_INVALID', {
        message:
          'The generator fails on "categories", which is neither a text nor a list. Write a list of names.',
        field: 'categories',
        ...reading.placeOf('categories'),
      })
    );
    return null;
  }
};

const mergeCategories = (data: RubyHash, over: RubyHash): RubyHash => {
  const categories = unionCategories(data.get('categories'), over.get('categories'));
  return deepMerge(data, categories === null ? over : new Map(over).set('categories', categories));
};

/** Jekyll ignores the whole header for a number as `categories`; it is read as text instead. */
const readableCategories = (
  reading: TextReading,
  issues: Issue[]
): { header: RubyHash; repaired: boolean } => {
  const value = reading.data.get('categories') ?? null;
  const isReadable = value === null || typeof value === 'string' || Array.isArray(value);
  if (isReadable || value instanceof Map) return { header: reading.data, repaired: false };
  const after = rubyToS(value);
  issues.push(
    issueOf('REPAIRED_CATEGORIES', {
      message: `"categories" was ${after}, on which the generator fails, and was read as text. Put it into quotes.`,
      field: 'categories',
      ...reading.placeOf('categories'),
      before: after,
      after: `'${after}'`,
    })
  );
  return { header: new Map(reading.data).set('categories', [after]), repaired: true };
};
