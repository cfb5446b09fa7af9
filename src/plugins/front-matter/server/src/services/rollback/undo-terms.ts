import { TERM } from '../../ledger/tables';
import { findLinked } from '../../write/find-linked';
import { findTranslated } from '../../write/find-translated';
import { findParents } from '../../write/find-parents';
import { loadTermDocuments, loadTermRows } from '../../write/load-terms';
import { removeDocuments } from '../../write/remove-documents';
import type { TargetTerms } from '../../write/target';
import type { Transaction } from '../../write/transaction';
import { doPage, type RollbackJob } from './job';
import type { RollbackCounts } from './report';

const PAGE = 200;

interface LedgerTerm {
  readonly id: number;
  readonly archive: string;
  readonly value: string;
  readonly parent: string | null;
  readonly targetDocumentId: string;
}

/** The terms of a page that nobody has edited and nothing is linked to. */
const findUnused = async (
  job: RollbackJob,
  trx: Transaction,
  terms: TargetTerms,
  entries: readonly LedgerTerm[]
): Promise<readonly LedgerTerm[]> => {
  const ids = entries.map(({ targetDocumentId }) => targetDocumentId);
  const rows = await loadTermRows(job.strapi, terms, { documentId: { $in: ids } });
  const linked = await findLinked(
    job.strapi,
    trx,
    terms.uid,
    rows.map(({ id }) => id)
  );
  const kept = new Set([
    ...rows
      .filter((row) => linked.has(row.id) || row.updatedAt !== row.createdAt)
      .map(({ documentId }) => documentId),
    ...(await findTranslated(job.strapi, terms.uid, terms.locale, ids)),
  ]);
  return entries.filter(({ targetDocumentId }) => !kept.has(targetDocumentId));
};

const remove = async (
  job: RollbackJob,
  trx: Transaction,
  terms: TargetTerms,
  unused: readonly LedgerTerm[]
): Promise<void> => {
  const ids = unused.map(({ targetDocumentId }) => targetDocumentId);
  const living = await loadTermDocuments(job.strapi, terms, ids);
  const parents = await findParents(job.strapi, trx, terms, [...living.values()]);
  await job.changes.insert(
    unused.flatMap(({ targetDocumentId, archive, value, parent }) =>
      living.has(targetDocumentId)
        ? [
            {
              run: job.run,
              action: 'removed-term' as const,
              recordKey: null,
              contentType: terms.uid,
              targetDocumentId,
              targetLocale: terms.locale,
              before: {
                kind: terms.kind,
                archive,
                value,
                under: parent,
                parent: parents.get(targetDocumentId) ?? null,
              },
            },
          ]
        : []
    )
  );
  await removeDocuments(job.strapi, terms.uid, ids);
  await job.strapi.db
    .query(TERM)
    .deleteMany({ where: { id: { $in: unused.map(({ id }) => id) } } });
};

/** Those above others go once nothing is below them any more. */
const removeUnused = async (
  job: RollbackJob,
  trx: Transaction,
  terms: TargetTerms,
  page: readonly LedgerTerm[]
): Promise<void> => {
  let rest = page;
  while (rest.length > 0) {
    const unused = new Set(await findUnused(job, trx, terms, rest));
    if (unused.size === 0) return;
    await remove(job, trx, terms, [...unused]);
    rest = rest.filter((entry) => !unused.has(entry));
  }
};

/**
 * Removes one page of the terms that a run made, that nobody has edited and nothing is linked to;
 * the last made first, since a term is made after the one it stands under.
 */
export const undoTerms = (
  job: RollbackJob,
  counts: RollbackCounts,
  terms: TargetTerms,
  below: number
): Promise<number | null> =>
  doPage(job, counts, async (_, trx) => {
    const page: LedgerTerm[] = await job.strapi.db.query(TERM).findMany({
      where: { run: job.undone, created: true, kind: terms.kind, id: { $lt: below } },
      orderBy: { id: 'desc' },
      limit: PAGE,
    });
    if (page.length > 0) await removeUnused(job, trx, terms, page);
    return page.at(-1)?.id ?? null;
  });
