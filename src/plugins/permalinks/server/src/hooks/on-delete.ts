import { chunks, pages, retryTransaction } from 'strapi-plugin-kit/database';
import { type DocumentRef, refKey } from '../claims/living-documents';
import { releaseDocuments } from '../claims/release-documents';
import type { Row } from '../core/row';
import { lastPaths } from '../paths/last-paths';
import type { Permalinks } from '../permalinks';
import type { ServedType } from '../served-type';
import { localeOf } from './row';

type Repository = ReturnType<Permalinks['db']['query']>;

const PAGE = 500;

/** A document that a deletion takes rows of. */
export interface Leaving extends DocumentRef {
  /** Where it was found, in canonical form; only told where that is to be remembered as gone. */
  readonly paths: readonly string[];
}

type LeavingRow = Row & { readonly id: number };

/** The documents whose rows a deletion is about to take, each once. */
export async function documentsOf(
  permalinks: Permalinks,
  type: ServedType,
  params: NonNullable<Parameters<Repository['deleteMany']>[0]>
): Promise<Leaving[]> {
  const found = new Map<string, Leaving>();
  const read = (above: number, limit: number): Promise<LeavingRow[]> =>
    permalinks.db.query(type.uid).findMany({
      ...params,
      where: { $and: [params.where ?? {}, { id: { $gt: above } }] },
      select: ['id', 'documentId', 'locale'],
      orderBy: { id: 'asc' },
      limit,
    });
  for await (const rows of pages(PAGE, read)) {
    const ids = rows.map(({ id }) => id);
    const paths = type.deleted === 'gone' ? await lastPaths(permalinks, type, ids) : null;
    for (const row of rows) {
      const ref = { documentId: String(row['documentId']), locale: localeOf(type, row) };
      const key = refKey(ref);
      found.set(key, { ...ref, paths: paths?.get(key) ?? found.get(key)?.paths ?? [] });
    }
  }
  return [...found.values()];
}

/**
 * After rows were deleted: lets go of the addresses of documents that are no more. Publishing
 * again and discarding a draft delete rows too, of documents that stay.
 */
export async function releaseOnDelete(
  permalinks: Permalinks,
  type: ServedType,
  leaving: readonly Leaving[]
): Promise<void> {
  if (leaving.length === 0) return;
  await retryTransaction(permalinks.db, async (trx) => {
    // A document may have any number of addresses: a page of documents at a time.
    for (const page of chunks(leaving, PAGE)) {
      await releaseDocuments(permalinks.scope(trx, type), page, type.deleted);
    }
  });
}
