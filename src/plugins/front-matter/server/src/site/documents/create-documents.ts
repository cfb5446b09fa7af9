import type { Core } from '@strapi/strapi';
import { engineOf, type Transaction } from 'strapi-plugin-kit/database';

import { hashValue } from '../../core/plan/hash-value';
import { STATUS } from '../../core/plan/hash-post';
import type { FittedPost } from '../../core/fit/fit-post';
import type { Imported, ImportedValues } from '../../core/plan/merge-values';
import type { JsonValue } from '../../core/post';
import type { TermDocument } from '../../core/document';
import { linkedRowsOf } from '../links/linked-rows';
import { insertLinks, type InverseOrders, type Links } from '../links/link-rows';
import { publishedAt } from './published-at';
import type { Target } from '../target';

/** A document to be made: its id is given, its slug settled, its terms exist. */
export interface NewDocument {
  readonly documentId: string;
  /** Null where the type has no slug of its own. */
  readonly slug: string | null;
  readonly post: FittedPost;
  /** By attribute, hashes of what the archive says. */
  readonly hashes: Readonly<Record<string, string>>;
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
  const settled: Row = {};
  if (slug !== undefined && document.slug !== null) settled[slug] = document.slug;
  if (date !== undefined && isShown && post.date === null) settled[date] = now;
  const own = {
    documentId: document.documentId,
    locale: target.locale,
    createdAt: now,
    updatedAt: now,
    // Left out, a draft's `publishedAt` would become now.
    publishedAt: null,
  };
  const row: Row = Object.assign({}, post.values, settled, own);
  const published = { ...row, publishedAt: publishedAt(post.date, now) };
  if (!target.draftAndPublish) return [published];
  return isShown ? [row, published] : [row];
};

/** What the archive said and what was written, by attribute: hooks may have changed a row. */
const importedValues = (
  document: NewDocument,
  row: Row,
  hashTerms: (terms: readonly TermDocument[]) => string
): ImportedValues => {
  const { hashes, terms, post } = document;
  const imported: Record<string, Imported> = {};
  for (const name in hashes) {
    const from = hashes[name] ?? '-';
    const own = terms[name];
    const value = toJson(row[name]);
    const isAsSaid = name === STATUS || value === post.values[name];
    const as = own !== undefined ? hashTerms(own) : isAsSaid ? from : hashValue(value);
    imported[name] = { from, as };
  }
  return imported;
};

/** Posts by the thousand have the same few terms. */
const termHasher = (): ((terms: readonly TermDocument[]) => string) => {
  const known = new Map<string, string>();
  return (terms) => {
    const ids = terms.map((term) => term.documentId);
    const key = ids.join(' ');
    const hash = known.get(key) ?? hashValue(ids);
    known.set(key, hash);
    return hash;
  };
};

const toJson = (value: JsonValue | Date | undefined): JsonValue =>
  value instanceof Date ? value.toISOString() : (value ?? null);

/** The rows of a document that have been written. */
interface WrittenRows {
  draft: number | null;
  published: number | null;
}

const byDocument = (
  ids: readonly RowId[],
  { draftAndPublish }: Target
): ReadonlyMap<string, WrittenRows> => {
  const written = new Map<string, WrittenRows>();
  for (const { id, documentId, publishedAt: date } of ids) {
    const rows = written.get(documentId) ?? { draft: null, published: null };
    rows[draftAndPublish && date === null ? 'draft' : 'published'] = id;
    written.set(documentId, rows);
  }
  return written;
};

const linksOf = (
  batch: readonly NewDocument[],
  written: ReadonlyMap<string, WrittenRows>,
  target: Target,
  attribute: string
): Links[] => {
  const links: Links[] = [];
  for (const { documentId, terms } of batch) {
    const own = terms[attribute] ?? [];
    const add = (row: number | null | undefined, isShown: boolean): void => {
      if (row === null || row === undefined) return;
      links.push({ row, documentId, terms: linkedRowsOf(target, own, isShown) });
    };
    const rows = written.get(documentId);
    add(rows?.draft, false);
    add(rows?.published, true);
  }
  return links;
};

const createAll = async (
  strapi: Core.Strapi,
  trx: Transaction,
  { uid, locale }: Target,
  rows: readonly Row[]
): Promise<readonly RowId[]> => {
  const ids = await engineOf(strapi.db).createRows(strapi.db, trx, uid, rows);
  if (ids !== null) {
    return rows.map(({ documentId, publishedAt: date }, index) => ({
      id: ids[index] ?? 0,
      documentId: String(documentId),
      publishedAt: date,
    }));
  }
  return strapi.db.query(uid).findMany({
    where: {
      documentId: { $in: [...new Set(rows.map((row) => row['documentId']))] },
      ...(locale === null ? {} : { locale }),
    },
    select: ['id', 'documentId', 'publishedAt'],
  });
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
  const written = byDocument(await createAll(strapi, trx, target, rows.flat()), target);
  for (const { attribute, joinTable } of target.terms) {
    await insertLinks(
      strapi,
      trx,
      joinTable,
      linksOf(batch, written, target, attribute),
      context.orders
    );
  }
  const hashTerms = termHasher();
  return new Map(
    batch.map((document, index) => [
      document.documentId,
      importedValues(document, rows[index]?.[0] ?? {}, hashTerms),
    ])
  );
};
