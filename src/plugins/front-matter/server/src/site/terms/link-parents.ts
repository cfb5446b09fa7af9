import type { Core } from '@strapi/strapi';
import type { Transaction } from 'strapi-plugin-kit/database';

import { linkedRows } from '../links/linked-rows';
import { insertLinks, type InverseOrders, type Links } from '../links/link-rows';
import type { TermDocument } from '../../core/document';
import type { TargetTerms } from '../target';

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
  const linkTo = (
    term: TermDocument,
    row: number | null,
    parent: TermDocument,
    isPublished: boolean
  ): Links[] =>
    row === null
      ? []
      : [
          {
            row,
            documentId: term.documentId,
            terms: linkedRows({ draftAndPublish }, parent, isPublished),
          },
        ];
  const links = nested.flatMap(({ term, parent }): Links[] => [
    ...linkTo(term, term.draftRow, parent, false),
    ...(draftAndPublish ? linkTo(term, term.publishedRow, parent, true) : []),
  ]);
  await insertLinks(strapi, trx, table, links, orders);
};
