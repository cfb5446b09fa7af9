import type { Issue } from '../../core/issue';
import type { FittedPost } from '../../core/plan/fit-post';
import type { KeptDocument } from '../../write/addresses';
import { addressIssues } from './address-issues';

/** Collects what is to be said of new terms; each is said once, of the first post that has it. */
export const termIssues = () => {
  const byPost = new Map<FittedPost, readonly Issue[]>();
  return {
    byPost: byPost as ReadonlyMap<FittedPost, readonly Issue[]>,

    /** @param kept the addresses of new terms, by value */
    add(
      attribute: string,
      posts: readonly FittedPost[],
      kept: ReadonlyMap<string, KeptDocument>
    ): void {
      for (const [value, document] of kept) {
        const issues = addressIssues(document, attribute, value);
        const first = posts.find((post) => post.terms[attribute]?.includes(value));
        if (first === undefined || issues.length === 0) continue;
        byPost.set(first, [...(byPost.get(first) ?? []), ...issues]);
      }
    },
  };
};
