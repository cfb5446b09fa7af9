import type { Core } from '@strapi/strapi';
import { sliceBySize, type Transaction } from 'strapi-plugin-kit/database';

import type { KeptDocument } from 'strapi-plugin-permalinks/contract';
import type { SiteDocument, SiteRow, TermDocument } from '../../core/document';
import type { JsonValue } from '../../core/post';
import { addressesOf } from '../addresses';
import { linkedRowsOf } from '../links/linked-rows';
import { insertLinks, type InverseOrders } from '../links/link-rows';
import type { Target, TargetTerms } from '../target';

/** A document that was removed, and the addresses that it had in its archive. */
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
): Promise<ReadonlyMap<string, KeptDocument>> => {
  const kept =
    (await addressesOf(strapi, target.uid)?.keep(
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
    )) ?? [];
  return new Map(kept.map((document) => [document.documentId, document]));
};

const rowsOf = (
  { documentId, main, published }: SiteDocument,
  target: Target,
  kept: KeptDocument | undefined
) => {
  const slug = target.fields.get('slug')?.name;
  const rows = published === null || published.id === main.id ? [main] : [main, published];
  return rows.map(({ values, createdAt, updatedAt, publishedAt }) => ({
    ...values,
    // Another document may have taken the slug in the meantime.
    ...(slug !== undefined && kept !== undefined ? { [slug]: kept.slug } : {}),
    documentId,
    locale: target.locale,
    createdAt,
    updatedAt,
    publishedAt,
  }));
};

/** Finds, or recreates, the terms that documents had, by the ids that these had then. */
export type FindTerms = (
  terms: TargetTerms,
  ids: readonly string[]
) => Promise<ReadonlyMap<string, TermDocument>>;

/**
 * Recreates documents as they were, with new row ids.
 *
 * @returns the addresses that they were given, by document id
 */
export const recreateDocuments = async (
  strapi: Core.Strapi,
  trx: Transaction,
  target: Target,
  batch: readonly RemovedDocument[],
  orders: InverseOrders,
  findTerms: FindTerms
): Promise<ReadonlyMap<string, KeptDocument>> => {
  if (batch.length === 0) return new Map();
  const kept = await keepAddresses(strapi, target, batch);
  const documents = batch.map(({ document }) => document);
  for (const slice of sliceBySize(
    documents.flatMap((document) => rowsOf(document, target, kept.get(document.documentId)))
  )) {
    await strapi.db.query(target.uid).createMany({ data: [...slice] });
  }
  const ids: RowId[] = await strapi.db.query(target.uid).findMany({
    where: {
      documentId: { $in: documents.map(({ documentId }) => documentId) },
      ...(target.locale === null ? {} : { locale: target.locale }),
    },
    select: ['id', 'documentId', 'publishedAt'],
    orderBy: [{ documentId: 'asc' }, { id: 'asc' }],
  });
  const byId = new Map(documents.map((document) => [document.documentId, document]));
  for (const terms of target.terms) {
    const { attribute } = terms;
    const wanted = documents.flatMap(({ main, published }) => [
      ...(main.terms[attribute] ?? []),
      ...(published?.terms[attribute] ?? []),
    ]);
    const known = await findTerms(terms, [...new Set(wanted)]);
    const links = ids.map(({ id, documentId, publishedAt }) => {
      const { main, published } = byId.get(documentId) ?? {};
      const isShown = publishedAt !== null;
      const own = (isShown ? published : main)?.terms[attribute] ?? [];
      const documentTerms = own.flatMap((term) => known.get(term) ?? []);
      return { row: id, documentId, terms: linkedRowsOf(target, documentTerms, isShown) };
    });
    await insertLinks(strapi, trx, terms.joinTable, links, orders);
  }
  return kept;
};
