import type { Core } from '@strapi/strapi';
import type { Transaction } from 'strapi-plugin-kit/database';

import type { Issue } from '../../core/issue';
import { ROOT } from '../../core/plan/claim-parents';
import type { FittedPost } from '../../core/plan/fit-post';
import { createTerms, rememberTerms } from '../../write/create-terms';
import { documentId } from '../../write/document-id';
import { linkParents, type Nested } from '../../write/link-parents';
import { termsName, termsOfPost, termsOfPosts } from '../../write/in-locale';
import type { InverseOrders } from '../../write/link-rows';
import type { TermDocument } from '../../write/load-terms';
import type { Target } from '../../write/target';
import { placeTerms } from './place-terms';
import type { FoundByName } from './plan-batch';
import { termIssues } from './term-issues';

/** The terms of a batch: all of them exist. */
export interface SettledTerms {
  /** A post's terms by the relation's attribute, in order. */
  of(post: FittedPost): Readonly<Record<string, readonly TermDocument[]>>;
  /** What is to be said of terms that were made, by the post that brought them. */
  readonly issues: ReadonlyMap<FittedPost, readonly Issue[]>;
}

/** Two values may stand for one term; most posts have one. */
const uniqueTerms = (terms: readonly TermDocument[]): readonly TermDocument[] =>
  terms.length < 2 ? terms : [...new Map(terms.map((term) => [term.documentId, term])).values()];

/** Creates the terms that posts need and the site lacks, and remembers what was found. */
export const settleTerms = async (
  context: {
    readonly strapi: Core.Strapi;
    readonly target: Target;
    readonly archive: string;
    readonly run: number;
    readonly orders: InverseOrders;
  },
  trx: Transaction,
  found: FoundByName,
  all: readonly FittedPost[]
): Promise<SettledTerms> => {
  const { strapi, target } = context;
  const documents = new Map<string, ReadonlyMap<string, TermDocument>>();
  const issues = termIssues();
  for (const { terms, posts } of termsOfPosts(target, all)) {
    const { attribute } = terms;
    const known = found.get(termsName(terms));
    const { values, parents, byPost } = placeTerms(terms, posts, (value) =>
      known?.parents.get(value)
    );
    const missing = values.filter((value) => known?.documents.has(value) !== true);
    await rememberTerms(
      strapi,
      terms,
      context,
      known?.documents ?? new Map(),
      known?.unremembered ?? [],
      parents
    );
    const created = await createTerms(
      strapi,
      terms,
      context,
      missing.map((value) => ({
        value,
        documentId: documentId(),
        parent: known?.parents.get(value) ?? parents.get(value) ?? null,
      }))
    );
    const settled = new Map(known?.documents);
    const nested: Nested[] = [];
    for (const [value, term] of created.documents) {
      // Only what is there already can be above: so there are no circles.
      const parent = settled.get(known?.parents.get(value) ?? parents.get(value) ?? ROOT);
      if (parent !== undefined) nested.push({ term, parent });
      settled.set(value, term);
    }
    documents.set(termsName(terms), settled);
    await linkParents(strapi, trx, terms, nested, context.orders);
    issues.addAddresses(attribute, posts, created.kept);
    issues.add(byPost);
  }
  return {
    of(post) {
      const terms: Record<string, readonly TermDocument[]> = {};
      for (const kind of target.terms) {
        const { attribute } = kind;
        const known = documents.get(termsName(termsOfPost(kind, post)));
        const own = (post.terms[attribute] ?? []).flatMap((value) => known?.get(value) ?? []);
        terms[attribute] = uniqueTerms(own);
      }
      return terms;
    },
    issues: issues.byPost,
  };
};
