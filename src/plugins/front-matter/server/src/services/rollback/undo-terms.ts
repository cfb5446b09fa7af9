import { TERM } from '../../ledger/tables';
import { findLinked } from '../../write/find-linked';
import { loadTermRows } from '../../write/load-terms';
import { removeDocuments } from '../../write/remove-documents';
import type { TargetTerms } from '../../write/target';
import type { Transaction } from '../../write/transaction';
import { inTransaction, type RollbackJob } from './job';
import type { RollbackCounts } from './report';

const PAGE = 200;

interface LedgerTerm {
  readonly id: number;
  readonly archive: string;
  readonly value: string;
  readonly targetDocumentId: string;
}

const removeUnused = async (
  job: RollbackJob,
  trx: Transaction,
  terms: TargetTerms,
  entries: readonly LedgerTerm[]
): Promise<void> => {
  const ids = entries.map(({ targetDocumentId }) => targetDocumentId);
  const rows = await loadTermRows(job.strapi, terms, { documentId: { $in: ids } });
  const linked = await findLinked(
    job.strapi,
    trx,
    terms.uid,
    rows.map(({ id }) => id)
  );
  const kept = new Set(
    rows
      .filter((row) => linked.has(row.id) || row.updatedAt !== row.createdAt)
      .map(({ documentId }) => documentId)
  );
  const unused = entries.filter(({ targetDocumentId }) => !kept.has(targetDocumentId));
  await job.changes.insert(
    unused.flatMap((entry) => {
      const row = rows.find(({ documentId }) => documentId === entry.targetDocumentId);
      if (row === undefined) return [];
      return {
        run: job.run,
        action: 'removed-term' as const,
        recordKey: null,
        contentType: terms.uid,
        targetDocumentId: entry.targetDocumentId,
        targetLocale: terms.locale,
        before: { kind: terms.kind, archive: entry.archive, value: entry.value },
      };
    })
  );
  await removeDocuments(
    job.strapi,
    terms.uid,
    unused.map(({ targetDocumentId }) => targetDocumentId)
  );
  await job.strapi.db
    .query(TERM)
    .deleteMany({ where: { id: { $in: unused.map(({ id }) => id) } } });
};

/** Removes one page of the terms that a run made, that nobody has edited and nothing is linked to. */
export const undoTerms = (
  job: RollbackJob,
  counts: RollbackCounts,
  terms: TargetTerms,
  above: number
): Promise<number | null> =>
  inTransaction(job, counts, async (trx) => {
    const page: LedgerTerm[] = await job.strapi.db.query(TERM).findMany({
      where: { run: job.undone, created: true, kind: terms.kind, id: { $gt: above } },
      orderBy: { id: 'asc' },
      limit: PAGE,
    });
    if (page.length > 0) await removeUnused(job, trx, terms, page);
    return page.at(-1)?.id ?? null;
  });
