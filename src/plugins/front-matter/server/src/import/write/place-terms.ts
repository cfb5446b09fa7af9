import type { Issue } from '../../core/issue';
import { claimParents } from '../../core/plan/claim-parents';
import type { FittedPost } from '../../core/fit/fit-post';
import { type TermsOfPosts, valuesOfPost } from '../../site/in-locale';

/** The terms of some posts, and where they stand. */
export interface PlacedTerms {
  /** Exact values, each once; a term after the one above it. */
  readonly values: readonly string[];
  /** By value, the term above; empty for none. Those that no post places are not in it. */
  readonly parents: ReadonlyMap<string, string>;
  readonly byPost: ReadonlyMap<FittedPost, readonly Issue[]>;
}

/**
 * Gathers the terms of posts in the order in which they are made.
 *
 * @param known where terms stood before, by value
 */
export const placeTerms = (
  { terms: { attribute, parent }, attributes, posts }: TermsOfPosts,
  known: (value: string) => string | undefined
): PlacedTerms => {
  const flat = posts.flatMap((post) => valuesOfPost(post, attributes));
  const paths = posts.map((post) => post.nesting[attribute] ?? []);
  // Without a relation to keep it in, nobody's place matters.
  if (parent === null || paths.every((path) => path.length === 0)) {
    return { values: [...new Set(flat)], parents: new Map(), byPost: new Map() };
  }
  const used = new Set(flat);
  const { parents, issues } = claimParents(attribute, paths, known);
  return {
    values: [...new Set([...paths.flat(2).filter((value) => used.has(value)), ...flat])],
    parents,
    byPost: new Map(posts.map((post, index) => [post, issues[index] ?? []])),
  };
};
