import type { Core } from '@strapi/strapi';

import { insertLinks, type InverseOrders, type Links } from './link-rows';
import type { TermDocument } from './load-terms';
import type { TargetTerms } from './target';
import type { Transaction } from './transaction';

/** A new term, and the one it stands under. */
export interface Nested {
  readonly term: TermDocument;
  readonly parent: TermDocument;
}

/** Puts new terms under others, in the rows that Strapi would leave. A term of old keeps its place. */
export const linkParents = async (
  strapi: Core.Strapi,
  trx: Transaction,
  { parent: table, draftAndPublish }: TargetTerms,
  nested: readonly Nested[],
  orders: InverseOrders
): Promise<void> => {
  if (table === null) return;
  const links = nested.flatMap(({ term, parent }): Links[] => [
    ...(draftAndPublish ? [{ row: term.draftRow, isPublished: false, terms: [parent] }] : []),
    { row: term.publishedRow, isPublished: true, terms: [parent] },
  ]);
  await insertLinks(strapi, trx, table, links, orders);
};
