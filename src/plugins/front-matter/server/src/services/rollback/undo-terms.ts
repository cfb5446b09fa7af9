import type { Transaction } from 'strapi-plugin-kit/database';

import type { Where } from '../../ledger/changes';
import { findLinked } from '../../write/find-linked';
import { findTranslated } from '../../write/find-translated';
import { termsByLocale } from '../../write/in-locale';
import { findParents } from '../../write/find-parents';
import type { LedgerTerm } from '../../ledger/terms';
import { loadTermDocuments, loadTermRows } from '../../write/load-terms';
import { removeDocuments } from '../../write/remove-documents';
import type { TargetTerms } from '../../write/target';
import { doPage, type Page, type RollbackJob, undoingMaker } from './job';
import type { RollbackCounts } from './report';
import { resolveTerms } from './revive-terms';

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
    // A term is made in one locale: every other is an editor's work.
    ...(await findTranslated(job.strapi, terms, ids, new Set())),
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
  // Another run may have made a term of the same value before, and may count again.
  const before = await job.changes.removedTerms({
    recordKey: { $in: unused.map(({ key }) => key) },
  });
  const standing = before.filter(
    ({ madeBy }) => madeBy !== null && undoingMaker(job, madeBy) === null
  );
  const again = standing.map(({ targetDocumentId }) => targetDocumentId);
  await resolveTerms(job, trx, terms, again);
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

/** Notes of one page of the terms that a run made that its making is undone. */
export const undoTerms = (
  rollback: RollbackJob,
  counts: RollbackCounts,
  { kind }: TargetTerms,
  maker: number,
  below: number
): Promise<Page> =>
  doPage(rollback, async (job) => {
    const where = { run: maker, undoneBy: { $null: true }, kind };
    const page = await job.terms.page(where, below, PAGE);
    const last = page.at(-1);
    if (last === undefined) return null;
    await job.terms.mark(
      page.map(({ id }) => id),
      job.run
    );
    return { counts, last: last.id };
  });

/**
 * Removes one page of the terms that no run that counts has made, that nobody has edited and
 * nothing is linked to. A term that was left before may be such a one by now.
 */
export const sweepTerms = (
  rollback: RollbackJob,
  counts: RollbackCounts,
  terms: TargetTerms,
  below: number
): Promise<Page> =>
  doPage(rollback, async (job, trx) => {
    // Asked for those alone, a database would sort what is left of them for every page.
    const page = await job.terms.page({ kind: terms.kind }, below, PAGE);
    const last = page.at(-1);
    if (last === undefined) return null;
    const undone = page.filter(({ undoneBy }) => undoneBy !== null);
    for (const [own, part] of termsByLocale(job.target, terms, undone, localeOf)) {
      await removeUnused(job, trx, own, part);
    }
    return { counts, last: last.id };
  });

/** Lets the making of one page of terms stand again. */
export const redoTerms = (
  rollback: RollbackJob,
  counts: RollbackCounts,
  { kind }: TargetTerms,
  below: number
): Promise<Page> =>
  doPage(rollback, async (job) => {
    const page = await job.terms.page(
      { run: job.root, undoneBy: { $notNull: true }, kind },
      below,
      PAGE
    );
    const last = page.at(-1);
    if (last === undefined) return null;
    await job.terms.mark(
      page.map(({ id }) => id),
      null
    );
    return { counts, last: last.id };
  });

/**
 * Makes one page of terms again that a rollback has removed, the last removed first.
 *
 * @param where which of them
 */
export const reviveRemovedTerms = (
  rollback: RollbackJob,
  counts: RollbackCounts,
  terms: TargetTerms,
  where: Where,
  below: number
): Promise<Page> =>
  doPage(rollback, async (job, trx) => {
    const ofType = { ...where, action: 'removed-term', contentType: terms.uid };
    const page = await job.changes.page({ ...ofType, undoneBy: { $null: true } }, below, PAGE);
    const last = page.at(-1);
    if (last === undefined) return null;
    const ofKind = page.filter(
      (removal) => removal.action === 'removed-term' && removal.before.kind === terms.kind
    );
    for (const [own, part] of termsByLocale(job.target, terms, ofKind, localeOf)) {
      for (const removal of part) await resolveTerms(job, trx, own, [removal.targetDocumentId]);
    }
    return { counts, last: last.id };
  });
