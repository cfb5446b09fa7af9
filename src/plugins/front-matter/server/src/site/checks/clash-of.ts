import type { PostField } from '../../config/settings';
import { partOfKey } from '../../core/fit/map-post';

/** The fields that hold the whole of something: one key in their place would lose it. */
export const WHOLE: ReadonlySet<PostField> = new Set<PostField>(['body', 'frontMatter', 'slug']);

/**
 * Why a key of the front matter may not become an attribute that a field of posts has; null where it may. A further key
 * may stand for a title, as `subtitle` for an excerpt: one that is another part of a post by itself may not.
 */
export const clashOf = (
  key: string,
  attribute: string,
  fields: Iterable<readonly [PostField, string]>
): string | null => {
  const part = partOfKey(key);
  for (const [field, name] of fields) {
    if (name !== attribute || part === field) continue;
    if (part === null && !WHOLE.has(field)) continue;
    return `the ${field} of posts goes there already, and one of the two would be lost. Name another one`;
  }
  return null;
};
