import type { Issue } from '../../../issue';
import { issueOf } from '../../../issue-codes';
import { TooComplexError } from '../psych/measure';
import { rubyToS } from '../psych/to-s';
import type { RubyHash } from '../psych/value';
import type { TextReading } from '../header/read-text';
import { categoriesOfPath, CategoriesError, unionCategories } from './categories';
import { deepMerge } from '../config/deep-merge';
import { endlessMerge } from './interpret-issues';
import type { JekyllPlace } from '../files/place';

/** Null where Jekyll fails on the header and nothing can stand for it: its categories, or a merge without end. */
export function mergeData(
  reading: TextReading,
  place: JekyllPlace,
  defaultsOf: (path: string) => RubyHash,
  issues: Issue[]
): { data: RubyHash; mended: boolean } | null {
  const folder = place.path.includes('_posts') ? '_posts' : '_drafts';
  const own: RubyHash = new Map([['categories', categoriesOfPath(place.path, folder)]]);
  try {
    const defaults = defaultsOf(place.path);
    const withDefaults = mergeCategories(own, defaults);
    const { header, mended } = readableCategories(reading, issues);
    return { data: mergeCategories(withDefaults, header), mended };
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
}

function mergeCategories(data: RubyHash, over: RubyHash): RubyHash {
  const categories = unionCategories(data.get('categories'), over.get('categories'));
  return deepMerge(data, categories === null ? over : new Map(over).set('categories', categories));
}

/** A number as `categories` loses Jekyll the whole header; its text is what was meant. */
function readableCategories(
  reading: TextReading,
  issues: Issue[]
): { header: RubyHash; mended: boolean } {
  const value = reading.data.get('categories') ?? null;
  const isReadable = value === null || typeof value === 'string' || Array.isArray(value);
  if (isReadable || value instanceof Map) return { header: reading.data, mended: false };
  const after = rubyToS(value);
  issues.push(
    issueOf('MENDED_CATEGORIES', {
      message: `"categories" was ${after}, on which the generator fails, and was read as text. Put it into quotes.`,
      field: 'categories',
      ...reading.placeOf('categories'),
      before: after,
      after: `'${after}'`,
    })
  );
  return { header: new Map(reading.data).set('categories', [after]), mended: true };
}
