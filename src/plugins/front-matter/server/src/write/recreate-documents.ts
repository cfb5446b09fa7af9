import type { Core } from '@strapi/strapi';

import type { JsonValue } from '../core/post';
import { addressesOf } from './addresses';
import { linkedRows } from './linked-rows';
import { insertLinks, type InverseOrders } from './link-rows';
import type { SiteDocument, SiteRow } from './load-documents';
import { loadTermDocuments } from './load-terms';
import { sliceBySize } from './slice-by-size';
import type { Target } from './target';
import type { Transaction } from './transaction';

/** A document that was removed, and the addresses it had in its archive. */
export interface RemovedDocument {
  readonly document: SiteDocument;
  readonly paths: readonly string[];
}

interface RowId {
  readonly id: number;
  readonly documentId: string;
  readonly publishedAt: string | null;
}

const textOf = (row: SiteRow, name: string | undefined): string | null => {
  const value: JsonValue = name === undefined ? null : (row.values[name] ?? null);
  return typeof value === 'string' && value !== '' ? value : null;
};

const keepAddresses = async (
  strapi: Core.Strapi,
  target: Target,
  batch: readonly RemovedDocument[]
): Promise<void> => {
  await addressesOf(strapi, target.uid)?.keep(
    batch.map(({ document, paths }) => ({
      documentId: document.documentId,
      locale: target.locale,
      slug: textOf(document.main, target.fields.get('slug')?.name),
      title: textOf(document.main, target.fields.get('title')?.name),
      fallback: textOf(document.main, target.fields.get('sourceCode')?.name),
      published: document.published !== null,
      fresh: false,
      paths,
    }))
  );
};

const rowsOf = ({ documentId, main, published }: SiteDocument, target: Target) => {
  const rows = published === null || published.id === main.id ? [main] : [main, published];
  return rows.map(({ values, createdAt, updatedAt, publishedAt }) => ({
    ...values,
    documentId,
    locale: target.locale,
    createdAt,
    updatedAt,
    publishedAt,
  }));
};

/** Makes documents again as they were, ids of rows aside. */
export const recreateDocuments = async (
  strapi: Core.Strapi,
  trx: Transaction,
  target: Target,
  batch: readonly RemovedDocument[],
  orders: InverseOrders
): Promise<void> => {
  if (batch.length === 0) return;
  await keepAddresses(strapi, target, batch);
  const documents = batch.map(({ document }) => document);
  for (const slice of sliceBySize(documents.flatMap((document) => rowsOf(document, target)))) {
    await strapi.db.query(target.uid).createMany({ data: [...slice] });
  }
  const ids: RowId[] = await strapi.db.query(target.uid).findMany({
    where: { documentId: { $in: documents.map(({ documentId }) => documentId) } },
    select: ['id', 'documentId', 'publishedAt'],
    orderBy: { id: 'asc' },
  });
  for (const terms of target.terms) {
    const wanted = new Set(documents.flatMap(({ main }) => main.terms[terms.attribute] ?? []));
    const known = await loadTermDocuments(strapi, terms, [...wanted]);
    const links = documents.flatMap((document) =>
      ids
        .filter(({ documentId }) => documentId === document.documentId)
        .map((row) => ({
          row: row.id,
          documentId: row.documentId,
          terms: (document.main.terms[terms.attribute] ?? [])
            .flatMap((id) => known.get(id) ?? [])
            .flatMap((term) => linkedRows(target, term, row.publishedAt !== null)),
        }))
    );
    await insertLinks(strapi, trx, terms.joinTable, links, orders);
  }
};
