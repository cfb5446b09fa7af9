import type { Core } from '@strapi/strapi';

import type { Issue } from '../../core/issue';
import type { FittedPost } from '../../core/plan/fit-post';
import { createTerms, rememberTerms } from '../../write/create-terms';
import { documentId } from '../../write/document-id';
import type { TermDocument } from '../../write/load-terms';
import type { Target } from '../../write/target';
import type { FoundByAttribute } from './plan-batch';
import { termIssues } from './term-issues';

/** The terms of a batch: all of them exist. */
export interface SettledTerms {
  /** A post's terms by the relation's attribute, in order. */
  of(post: FittedPost): Readonly<Record<string, readonly TermDocument[]>>;
  /** What is to be said of terms that were made, by the post that brought them. */
  readonly issues: ReadonlyMap<FittedPost, readonly Issue[]>;
}

/** Creates the terms that posts need and the site lacks, and remembers what was found. */
export const settleTerms = async (
  context: {
    readonly strapi: Core.Strapi;
    readonly target: Target;
    readonly archive: string;
    readonly run: number;
  },
  found: FoundByAttribute,
  posts: readonly FittedPost[]
): Promise<SettledTerms> => {
  const { strapi, target } = context;
  const documents = new Map<string, ReadonlyMap<string, TermDocument>>();
  const issues = termIssues();
  for (const terms of target.terms) {
    const { attribute } = terms;
    const known = found.get(attribute);
    const values = [...new Set(posts.flatMap((post) => post.terms[attribute] ?? []))];
    const missing = values.filter((value) => known?.documents.has(value) !== true);
    await rememberTerms(
      strapi,
      terms,
      context,
      known?.documents ?? new Map(),
      known?.unremembered ?? []
    );
    const created = await createTerms(
      strapi,
      terms,
      context,
      missing.map((value) => ({ value, documentId: documentId() }))
    );
    documents.set(attribute, new Map([...(known?.documents ?? []), ...created.documents]));
    issues.add(attribute, posts, created.kept);
  }
  return {
    of: (post) =>
      Object.fromEntries(
        target.terms.map(({ attribute }) => {
          const values = post.terms[attribute] ?? [];
          const own = values.flatMap((value) => documents.get(attribute)?.get(value) ?? []);
          const unique = new Map(own.map((term) => [term.documentId, term]));
          return [attribute, [...unique.values()]];
        })
      ),
    issues: issues.byPost,
  };
};
