import type { Core } from '@strapi/strapi';

import { digestValue } from '../core/plan/digest';
import { digestPost, STATUS } from '../core/plan/digest-post';
import type { FittedPost } from '../core/plan/fit-post';
import type { ImportedValues } from '../core/plan/merge-values';
import type { JsonValue } from '../core/post';
import type { TermDocument } from './load-terms';
import { insertLinks, type InverseOrders, type Links } from './link-rows';
import { publishedAt } from './published-at';
import type { Target } from './target';
import type { Transaction } from './transaction';

/** A document to be made: its id is given, its slug settled, its terms exist. */
export interface NewDocument {
  readonly documentId: string;
  /** Null where the type has no slug of its own. */
  readonly slug: string | null;
  readonly post: FittedPost;
  /** By the relation's attribute, in order. */
  readonly terms: Readonly<Record<string, readonly TermDocument[]>>;
}

interface RowId {
  readonly id: number;
  readonly documentId: string;
  readonly publishedAt: unknown;
}

type Row = Record<string, JsonValue | Date>;

/**
 * The rows that Strapi would leave: a draft, and where the post is shown a published copy of it
 * with the same `updatedAt`, else the panel shows it as modified.
 */
const rowsOf = (document: NewDocument, target: Target, now: Date): Row[] => {
  const { post } = document;
  const slug = target.fields.get('slug')?.name;
  const date = target.fields.get('date')?.name;
  const isShown = post.visibility.shown;
  const row: Row = {
    ...post.values,
    ...(slug === undefined || document.slug === null ? {} : { [slug]: document.slug }),
    ...(date !== undefined && isShown && post.date === null ? { [date]: now } : {}),
    documentId: document.documentId,
    locale: target.locale,
    createdAt: now,
    updatedAt: now,
  };
  const published = { ...row, publishedAt: publishedAt(post.date, now) };
  if (!target.draftAndPublish) return [published];
  // Left out, a draft's `publishedAt` would become now.
  const draft = { ...row, publishedAt: null };
  return isShown ? [draft, published] : [draft];
};

/** What the archive said and what was written, by attribute: hooks may have changed a row. */
const importedValues = (document: NewDocument, row: Row): ImportedValues => {
  const { values } = document.post;
  const asWritten = (name: string, from: string): string => {
    if (name in document.terms) {
      return digestValue((document.terms[name] ?? []).map((term) => term.documentId));
    }
    return name === STATUS || row[name] === values[name] ? from : digestValue(toJson(row[name]));
  };
  return Object.fromEntries(
    Object.entries(digestPost(document.post)).map(([name, from]) => [
      name,
      { from, as: asWritten(name, from) },
    ])
  );
};

const toJson = (value: JsonValue | Date | undefined): JsonValue =>
  value instanceof Date ? value.toISOString() : (value ?? null);

const linksOf = (
  batch: readonly NewDocument[],
  ids: readonly RowId[],
  target: Target,
  attribute: string
): Links[] => {
  const byDocument = new Map<string, RowId[]>();
  for (const row of ids)
    byDocument.set(row.documentId, [...(byDocument.get(row.documentId) ?? []), row]);
  return batch.flatMap((document) =>
    (byDocument.get(document.documentId) ?? [])
      .map((row) => ({
        row: row.id,
        isPublished: !target.draftAndPublish || row.publishedAt !== null,
        terms: document.terms[attribute] ?? [],
      }))
      .sort((a, b) => Number(a.isPublished) - Number(b.isPublished))
  );
};

/**
 * Makes documents in bulk, by the database layer, with the hooks of other plugins running.
 *
 * @returns what was written, by document id
 */
export const createDocuments = async (
  strapi: Core.Strapi,
  trx: Transaction,
  target: Target,
  batch: readonly NewDocument[],
  context: { readonly now: Date; readonly orders: InverseOrders }
): Promise<ReadonlyMap<string, ImportedValues>> => {
  if (batch.length === 0) return new Map();
  const rows = batch.map((document) => rowsOf(document, target, context.now));
  await strapi.db.query(target.uid).createMany({ data: rows.flat() });
  // MySQL gives back one id only, and no database promises an order.
  const ids: RowId[] = await strapi.db.query(target.uid).findMany({
    where: { documentId: { $in: batch.map((document) => document.documentId) } },
    select: ['id', 'documentId', 'publishedAt'],
  });
  for (const { attribute, joinTable } of target.terms) {
    await insertLinks(
      strapi,
      trx,
      joinTable,
      linksOf(batch, ids, target, attribute),
      context.orders
    );
  }
  return new Map(
    batch.map((document, index) => [
      document.documentId,
      importedValues(document, rows[index]?.[0] ?? {}),
    ])
  );
};
