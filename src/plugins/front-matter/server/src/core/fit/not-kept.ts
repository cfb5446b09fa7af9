import type { Post } from '../post';
import { type MappedPost, type Mapping, partOfKey } from './map-post';

/** What a file says and no attribute of its content type takes. */
export interface NotKept {
  /** Keys of the front matter. */
  readonly keys: readonly string[];
  /** `categories`, `tags`. */
  readonly kinds: readonly TermKind[];
}

type TermKind = 'categories' | 'tags';

const KINDS: readonly TermKind[] = ['categories', 'tags'];

const isOfTerms = (key: string): boolean => KINDS.some((kind) => kind === partOfKey(key));

/**
 * Finds what is lost of a post: what its front matter says that has no attribute, where none takes the rest either, and
 * categories and tags without a relation, from wherever the generator has them.
 *
 * @returns null for nothing
 */
export const notKeptOf = (
  post: Pick<Post, 'categories' | 'tags' | 'frontMatter'>,
  { parts }: Mapping,
  { fields }: Pick<MappedPost, 'fields'>
): NotKept | null => {
  const keepsRest = parts.has('frontMatter');
  const rest = Object.keys((fields.frontMatter ?? {}) as object);
  const isLost = (kind: TermKind): boolean => {
    if (parts.has(kind) || post[kind].length === 0) return false;
    const said = Object.keys(post.frontMatter).filter((key) => partOfKey(key) === kind);
    return said.length === 0 || (!keepsRest && said.every((key) => rest.includes(key)));
  };
  const keys = keepsRest ? [] : rest.filter((key) => !isOfTerms(key));
  const kinds = KINDS.filter(isLost);
  return keys.length + kinds.length === 0 ? null : { keys, kinds };
};
