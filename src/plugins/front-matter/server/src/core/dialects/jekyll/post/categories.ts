import { rubyInspect } from '../psych/to-s';
import type { RubyHash, RubyValue } from '../psych/value';

/** Ruby's `String#split` without arguments: at ASCII white space and NUL, without empty words. */
const splitWords = (text: string): string[] =>
  text.split(/[ \t\n\v\f\r\0]+/).filter((word) => word !== '');

/**
 * The folders above the posts' folder become categories: `es/_posts/x.md` is in `es`,
 * `_posts/es/x.md` is not.
 *
 * @param path relative to the folder of collections
 * @param folder `_posts` or `_drafts`
 */
export const categoriesOfPath = (path: string, folder: string): string[] => {
  if (path.startsWith(folder)) return [];
  const at = path.indexOf(folder);
  const above = at === -1 ? path : path.slice(0, at);
  const name = path.slice(path.lastIndexOf('/') + 1);
  return above.split('/').filter((part) => part !== '' && part !== folder && part !== name);
};

/** Jekyll fails on the value of `categories`, and ignores the rest of the header then. */
export class CategoriesError extends Error {
  override readonly name = 'CategoriesError';
}

/**
 * `Document#merge_categories!`: what a header or the defaults add to the categories so far.
 *
 * @throws CategoriesError for a number, a mapping and the like
 */
export const unionCategories = (
  sofar: RubyValue | undefined,
  added: RubyValue | undefined
): RubyValue[] | null => {
  if (added === undefined || added === null) return null;
  const list = typeof added === 'string' ? splitWords(added) : added;
  if (!Array.isArray(list)) throw new CategoriesError();
  return uniqueValues(Array.isArray(sofar) ? [...sofar, ...list] : list);
};

/** Ruby's `Array#uniq`: lists are equal when their items are. */
export const uniqueValues = (list: readonly RubyValue[]): RubyValue[] => {
  if (list.every((value) => typeof value === 'string')) return [...new Set(list)];
  const seen = new Set<string>();
  return list.filter((value) => {
    const key = rubyInspect(value);
    return !seen.has(key) && seen.add(key);
  });
};

/** `Utils.pluralized_array_from_hash`: the singular key wins unless it is nil or false. */
export const pluralized = (data: RubyHash, singular: string, plural: string): RubyValue[] => {
  const single = data.get(singular);
  if (single !== undefined && single !== null && single !== false) return flatten(single);
  const many = data.get(plural);
  if (typeof many === 'string') return splitWords(many);
  if (Array.isArray(many)) return flatten(many);
  return [];
};

const flatten = (value: RubyValue): RubyValue[] => {
  const flat: RubyValue[] = [];
  const walk = (item: RubyValue, above: readonly RubyValue[]): void => {
    if (!Array.isArray(item)) {
      if (item !== null) flat.push(item);
      return;
    }
    if (above.includes(item)) return;
    for (const inner of item) walk(inner, [...above, item]);
  };
  walk(value, []);
  return flat;
};
