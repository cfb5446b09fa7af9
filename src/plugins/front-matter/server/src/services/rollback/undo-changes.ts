import type { Change, StoredChange } from '../../ledger/changes';
import { addressesOf } from '../../write/addresses';
import { createTerms } from '../../write/create-terms';
import { linkParents } from '../../write/link-parents';
import { loadDocuments } from '../../write/load-documents';
import { loadTermDocuments } from '../../write/load-terms';
import { recreateDocuments } from '../../write/recreate-documents';
import { restoreDocument } from '../../write/restore-document';
import type { Transaction } from '../../write/transaction';
import { inTransaction, reportLeft, type RollbackJob } from './job';
import type { RollbackCounts } from './report';

/** Small pages: a change holds whole bodies. */
const PAGE = 50;

type Of<Action extends Change['action']> = Extract<StoredChange, { readonly action: Action }>;

/** Gives a document its slug back as an address too. */
const keepSlug = async (job: RollbackJob, change: Of<'updated'>): Promise<void> => {
  const name = job.target.fields.get('slug')?.name;
  if (name === undefined || !(name in change.after.values)) return;
  const { document } = change.before;
  const slug = document.main.values[name];
  await addressesOf(job.strapi, job.target.uid)?.keep([
    {
      documentId: document.documentId,
      locale: job.target.locale,
      slug: typeof slug === 'string' ? slug : null,
      title: null,
      fallback: null,
      published: document.published !== null,
      fresh: false,
      paths: [],
    },
  ]);
};

const restore = async (
  job: RollbackJob,
  change: Of<'updated'>,
  counts: RollbackCounts
): Promise<RollbackCounts> => {
  const { strapi, target, records } = job;
  const { document, record } = change.before;
  const now = (await loadDocuments(strapi, target, [document.documentId])).get(document.documentId);
  if (now === undefined) {
    reportLeft(job, record.path, ['deleted']);
    return { ...counts, left: counts.left + 1 };
  }
  await keepSlug(job, change);
  const { written, left, updatedAt } = await restoreDocument(
    strapi,
    target,
    now,
    document,
    change.after
  );
  if (left.length > 0) reportLeft(job, record.path, left);
  const current = (await records.byKeys([change.recordKey ?? record.key])).get(
    change.recordKey ?? record.key
  );
  if (current === undefined) return { ...counts, left: counts.left + 1 };
  await job.changes.insert([
    {
      run: job.run,
      action: 'updated',
      recordKey: current.key,
      contentType: target.uid,
      targetDocumentId: document.documentId,
      targetLocale: target.locale,
      before: { document: now, record: current },
      after: { values: written, updatedAt: updatedAt?.toISOString() ?? null },
    },
  ]);
  // A later run's word on the file counts more than what was before this one.
  if (current.run === job.undone) {
    const { id: _, ...earlier } = record;
    const { key, path, fileName } = current;
    await records.update(current.id, { ...earlier, key, path, fileName });
  }
  const isRestored = Object.keys(written).length > 0;
  return {
    ...counts,
    restored: counts.restored + (isRestored ? 1 : 0),
    left: counts.left + (left.length > 0 ? 1 : 0),
  };
};

const remakeTerm = async (
  job: RollbackJob,
  trx: Transaction,
  change: Of<'removed-term'>
): Promise<void> => {
  const { kind, archive, value, under, parent } = change.before;
  const terms = job.target.terms.find((candidate) => candidate.kind === kind);
  if (terms === undefined) return;
  const term = { value, documentId: change.targetDocumentId, parent: under };
  const { documents } = await createTerms(job.strapi, terms, { archive, run: job.run }, [term]);
  const made = documents.get(value);
  const above = await loadTermDocuments(job.strapi, terms, parent === null ? [] : [parent]);
  const nested = [...above.values()].flatMap((document) =>
    made === undefined ? [] : [{ term: made, parent: document }]
  );
  await linkParents(job.strapi, trx, terms, nested, job.orders);
};

const recreate = async (
  job: RollbackJob,
  trx: Transaction,
  removed: readonly Of<'removed'>[]
): Promise<void> => {
  await recreateDocuments(
    job.strapi,
    trx,
    job.target,
    removed.map(({ before }) => ({ document: before.document, paths: before.record.paths ?? [] })),
    job.orders
  );
  await job.records.insert(
    trx,
    removed.map(({ before }) => {
      const { id: _, ...record } = before.record;
      return { ...record, run: job.run, createdRun: job.run };
    })
  );
};

const undo = async (
  job: RollbackJob,
  trx: Transaction,
  page: readonly StoredChange[],
  before: RollbackCounts
): Promise<RollbackCounts> => {
  let counts = before;
  for (const change of page)
    if (change.action === 'removed-term') await remakeTerm(job, trx, change);
  for (const change of page) {
    if (change.action === 'updated') counts = await restore(job, change, counts);
  }
  const removed = page.filter((change): change is Of<'removed'> => change.action === 'removed');
  await recreate(job, trx, removed);
  await job.changes.markUndone(
    page.map(({ id }) => id),
    job.run
  );
  return { ...counts, recreated: counts.recreated + removed.length };
};

/** Undoes one page of what a run did to documents that existed, the last first. */
export const undoChanges = (
  job: RollbackJob,
  counts: RollbackCounts
): Promise<RollbackCounts | null> =>
  inTransaction(job, counts, async (trx) => {
    const page = await job.changes.standing(job.undone, PAGE);
    return page.length === 0 ? null : undo(job, trx, page, counts);
  });
