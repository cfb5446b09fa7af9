import { transact } from '../claims/database';
import { releaseDocuments } from '../claims/release';
import { type DocumentRef, refKey } from '../claims/living-documents';
import type { Permalinks } from '../permalinks';
import type { ServedType } from '../served-type';
import { asRow } from '../core/row';
import { localeOf } from './row';

type Repository = ReturnType<Permalinks['db']['query']>;

const PAGE = 500;

/** The documents whose rows a deletion is about to take, each once. */
export async function documentsOf(
  { db }: Permalinks,
  type: ServedType,
  params: NonNullable<Parameters<Repository['deleteMany']>[0]>
): Promise<DocumentRef[]> {
  const found = new Map<string, DocumentRef>();
  for (let after = 0; ;) {
    const page: unknown[] = await db.query(type.uid).findMany({
      ...params,
      where: { $and: [params.where ?? {}, { id: { $gt: after } }] },
      select: ['id', 'documentId', 'locale'],
      orderBy: { id: 'asc' },
      limit: PAGE,
    });
    for (const row of page.map(asRow)) {
      if (row === null) continue;
      const ref = { documentId: String(row['documentId']), locale: localeOf(type, row) };
      found.set(refKey(ref), ref);
      after = Number(row['id']);
    }
    if (page.length < PAGE) return [...found.values()];
  }
}

/**
 * After rows were deleted: lets go of the addresses of documents that are no more. Publishing
 * again and discarding a draft delete rows too, of documents that stay.
 */
export async function settleDeleted(
  permalinks: Permalinks,
  type: ServedType,
  refs: readonly DocumentRef[]
): Promise<void> {
  if (refs.length === 0) return;
  await transact(permalinks.db, (trx) =>
    releaseDocuments(permalinks.scope(trx, type), refs, type.deleted)
  );
}
