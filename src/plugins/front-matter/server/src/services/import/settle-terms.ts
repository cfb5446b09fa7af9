import type { Core } from '@strapi/strapi';

import type { FittedPost } from '../../core/plan/fit-post';
import { createTerms, rememberTerms } from '../../write/create-terms';
import { documentId } from '../../write/document-id';
import type { TermDocument } from '../../write/load-terms';
import type { Target } from '../../write/target';
import type { FoundByAttribute } from './plan-batch';

/** The terms of a batch: all of them exist. */
export interface SettledTerms {
  /** A post's terms by the relation's attribute, in order. */
  of(post: FittedPost): Readonly<Record<string, readonly TermDocument[]>>;
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
  const documents = new Map<string, ReadonlyMap<string, TermDocument>>();
  for (const terms of context.target.terms) {
    const known = found.get(terms.attribute);
    const values = [...new Set(posts.flatMap((post) => post.terms[terms.attribute] ?? []))];
    const missing = values.filter((value) => known?.documents.has(value) !== true);
    await rememberTerms(
      context.strapi,
      terms,
      context,
      known?.documents ?? new Map(),
      known?.unremembered ?? []
    );
    const created = await createTerms(
      context.strapi,
      terms,
      context,
      missing.map((value) => ({ value, documentId: documentId() }))
    );
    documents.set(terms.attribute, new Map([...(known?.documents ?? []), ...created]));
  }
  return {
    of: (post) =>
      Object.fromEntries(
        context.target.terms.map(({ attribute }) => {
          const values = post.terms[attribute] ?? [];
          const own = values.flatMap((value) => documents.get(attribute)?.get(value) ?? []);
          const unique = new Map(own.map((term) => [term.documentId, term]));
          return [attribute, [...unique.values()]];
        })
      ),
  };
};
