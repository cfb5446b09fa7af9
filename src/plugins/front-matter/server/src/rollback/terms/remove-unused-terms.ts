import type { Transaction } from 'strapi-plugin-kit/database';

import { findLinked } from '../../site/links/find-linked';
import { findTranslated } from '../../site/documents/find-translated';
import { termsByLocale } from '../../site/in-locale';
import { findParents } from '../../site/terms/find-parents';
import type { LedgerTerm } from '../../ledger/terms';
import { loadTermDocuments, loadTermRows } from '../../site/terms/load-terms';
import { removeDocuments } from '../../site/documents/remove-documents';
import type { TargetTerms } from '../../site/target';
import { processPage, type PageResult } from '../job/process-page';
import type { RollbackCounts } from '../job/report';
import { type RollbackJob, rollbackOfMaker } from '../job/rollback-job';
import { findOrRecreateTerms } from './recreate-terms';

const PAGE = 200;

const localeOf = ({ targetLocale }: { readonly targetLocale: string | null }) => targetLocale;

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
    // An import makes a term in one locale: an editor has added the others.
    ...(await findTranslated(job.strapi, terms, ids, new Set())),
  ]);
  return entries.filter(({ targetDocumentId }) => !kept.has(targetDocumentId));
};

/** Removes terms, and keeps in the ledger what is needed to make them again. */
const removeTerms = async (
  job: RollbackJob,
  trx: Transaction,
  terms: TargetTerms,
  unused: readonly LedgerTerm[]
): Promise<void> => {
  const ids = unused.map(({ targetDocumentId }) => targetDocumentId);
  const living = await loadTermDocuments(job.strapi, terms, ids);
  const parents = await findParents(job.strapi, trx, terms, [...living.values()]);
  await job.changes.insert(
    unused
      .filter(({ targetDocumentId }) => living.has(targetDocumentId))
      .map(({ key, targetDocumentId, archive, value, parent, run }) => ({
        run: job.run,
        action: 'removed-term' as const,
        recordKey: key,
        contentType: terms.uid,
        targetDocumentId,
        targetLocale: terms.locale,
        madeBy: run,
        before: {
          kind: terms.kind,
          archive,
          value,
          under: parent,
          parent: parents.get(targetDocumentId) ?? null,
        },
      }))
  );
  await removeDocuments(job.strapi, terms, ids);
  await job.terms.remove(unused.map(({ id }) => id));
  // An applied run may have made a term of the same value before.
  const before = await job.changes.removedTerms({
    recordKey: { $in: unused.map(({ key }) => key) },
  });
  const applied = before.filter(
    ({ madeBy }) => madeBy !== null && rollbackOfMaker(job, madeBy) === null
  );
  const recreatable = applied.map(({ targetDocumentId }) => targetDocumentId);
  await findOrRecreateTerms(job, trx, terms, recreatable);
};

/** Removes unused terms, then the parents that are unused after that. */
const removeUnusedBottomUp = async (
  job: RollbackJob,
  trx: Transaction,
  terms: TargetTerms,
  page: readonly LedgerTerm[]
): Promise<void> => {
  let rest = page;
  while (rest.length > 0) {
    const unused = new Set(await findUnused(job, trx, terms, rest));
    if (unused.size === 0) return;
    await removeTerms(job, trx, terms, [...unused]);
    rest = rest.filter((entry) => !unused.has(entry));
  }
};

/**
 * Removes the terms of one page that no applied run has made, nobody has edited and nothing is
 * linked to: an earlier rollback may have kept some that are unused by now.
 */
export const removeUnusedTerms = (
  rollback: RollbackJob,
  counts: RollbackCounts,
  terms: TargetTerms,
  below: number
): Promise<PageResult> =>
  processPage(rollback, async (job, trx) => {
    // With a filter by `undoneBy` the database would sort the remaining rows for every page.
    const page = await job.terms.page({ kind: terms.kind }, below, PAGE);
    const last = page.at(-1);
    if (last === undefined) return null;
    const undone = page.filter(({ undoneBy }) => undoneBy !== null);
    for (const [own, part] of termsByLocale(job.target, terms, undone, localeOf)) {
      await removeUnusedBottomUp(job, trx, own, part);
    }
    return { counts, last: last.id };
  });
