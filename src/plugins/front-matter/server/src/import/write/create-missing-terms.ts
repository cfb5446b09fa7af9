import type { Core } from '@strapi/strapi';
import { newDocumentId, type Transaction } from 'strapi-plugin-kit/database';

import type { Issue } from '../../core/issue';
import { ROOT } from '../../core/plan/claim-parents';
import type { FittedPost } from '../../core/fit/fit-post';
import { ledgerTerms } from '../../ledger/terms';
import { createTerms } from '../../site/terms/create-terms';
import { linkParents, type Nested } from '../../site/terms/link-parents';
import { termsName, termsOfPost, termsOfPosts } from '../../site/in-locale';
import type { InverseOrders } from '../../site/links/link-rows';
import type { TermDocument } from '../../core/document';
import type { Target } from '../../site/target';
import { placeTerms } from './place-terms';
import type { FoundByName } from '../plan/find-terms';
import { termIssues } from './term-issues';

/** The terms of a batch: all of them exist. */
export interface BatchTerms {
  /** A post's terms by the relation's attribute, in order. */
  of(post: FittedPost): Readonly<Record<string, readonly TermDocument[]>>;
  /** What is to be said of terms that were made, by the post that brought them. */
  readonly issues: ReadonlyMap<FittedPost, readonly Issue[]>;
}

/** Two values may stand for one term; most posts have one. */
const uniqueTerms = (terms: readonly TermDocument[]): readonly TermDocument[] =>
  terms.length < 2 ? terms : [...new Map(terms.map((term) => [term.documentId, term])).values()];

/** Creates the terms that posts need and the site lacks, and remembers what was found. */
export const createMissingTerms = async (
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
): Promise<BatchTerms> => {
  const { strapi, target } = context;
  const documents = new Map<string, ReadonlyMap<string, TermDocument>>();
  const issues = termIssues();
  const ledger = ledgerTerms(strapi);
  for (const ofPosts of termsOfPosts(target, all)) {
    const { terms, attributes, posts } = ofPosts;
    const known = found.get(termsName(terms));
    const { values, parents, byPost } = placeTerms(ofPosts, (value) => known?.parents.get(value));
    const missing = values.filter((value) => known?.documents.has(value) !== true);
    const foundOnSite = (known?.unremembered ?? []).flatMap((value) => {
      const documentId = known?.documents.get(value)?.documentId;
      const parent = parents.get(value) ?? null;
      return documentId === undefined ? [] : [{ value, documentId, parent }];
    });
    await ledger.remember(terms, context, foundOnSite, false);
    const fresh = missing.map((value) => ({
      value,
      documentId: newDocumentId(),
      parent: known?.parents.get(value) ?? parents.get(value) ?? null,
    }));
    const created = await createTerms(strapi, terms, fresh);
    await ledger.remember(terms, context, fresh, true);
    const byValue = new Map(known?.documents);
    const nested: Nested[] = [];
    for (const [value, term] of created.documents) {
      // Only what is there already can be above: so there are no circles.
      const parent = byValue.get(known?.parents.get(value) ?? parents.get(value) ?? ROOT);
      if (parent !== undefined) nested.push({ term, parent });
      byValue.set(value, term);
    }
    documents.set(termsName(terms), byValue);
    await linkParents(strapi, trx, terms, nested, context.orders);
    issues.addAddresses(attributes, posts, created.kept);
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
