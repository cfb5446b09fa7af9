import type { KeptDocument } from 'strapi-plugin-permalinks/contract';
import type { Issue } from '../../core/issue';
import type { FittedPost } from '../../core/fit/fit-post';
import { valuesOfPost } from '../../site/in-locale';
import { addressIssues } from './address-issues';

/** Collects what is to be said of new terms; each is said once, of the first post that has it. */
export const termIssues = () => {
  const byPost = new Map<FittedPost, readonly Issue[]>();
  const add = (post: FittedPost, issues: readonly Issue[]): void => {
    if (issues.length > 0) byPost.set(post, [...(byPost.get(post) ?? []), ...issues]);
  };
  return {
    byPost: byPost as ReadonlyMap<FittedPost, readonly Issue[]>,

    add(more: ReadonlyMap<FittedPost, readonly Issue[]>): void {
      for (const [post, issues] of more) add(post, issues);
    },

    /** @param kept the addresses of new terms, by value */
    addAddresses(
      attributes: readonly string[],
      posts: readonly FittedPost[],
      kept: ReadonlyMap<string, KeptDocument>
    ): void {
      for (const [value, document] of kept) {
        const first = posts.find((post) => valuesOfPost(post, attributes).includes(value));
        const attribute = attributes.find((name) => first?.terms[name]?.includes(value));
        if (first === undefined || attribute === undefined) continue;
        add(first, addressIssues(document, attribute, value));
      }
    },
  };
};
