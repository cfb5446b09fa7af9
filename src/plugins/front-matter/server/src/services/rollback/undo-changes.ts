import type { Change, StoredChange } from '../../ledger/changes';
import type { SourceRecord, StoredRecord } from '../../ledger/records';
import { addressesOf } from '../../write/addresses';
import { createTerms } from '../../write/create-terms';
import { holdDocuments } from '../../write/hold-documents';
import { linkParents } from '../../write/link-parents';
import { loadDocuments } from '../../write/load-documents';
import { loadTermDocuments } from '../../write/load-terms';
import { recreateDocuments, type RemovedDocument } from '../../write/recreate-documents';
import { restoreDocument } from '../../write/restore-document';
import type { Transaction } from '../../write/transaction';
import { doPage, reportLeft, type RollbackJob } from './job';
import type { RollbackCounts } from './report';

/** Small pages: a change holds whole bodies, and to undo it takes some ten milliseconds. */
const PAGE = 20;

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

/** A record as it was before, but for where its file is now. One that has moved is due again: its name decides too. */
const restoredRecord = (
  { id: _, ...earlier }: StoredRecord,
  { key, path, fileName }: StoredRecord
): SourceRecord => ({
  ...earlier,
  ...(earlier.path === path ? {} : { fingerprint: '' }),
  key,
  path,
  fileName,
});

/** The record of a document's file, which may have moved since. */
const findRecord = async (
  { records }: RollbackJob,
  { recordKey, targetDocumentId, before: { record }, after }: Of<'updated'>
): Promise<StoredRecord | undefined> => {
  const key = recordKey ?? record.key;
  const own = (await records.byKeys([key])).get(key);
  if (own?.targetDocumentId === targetDocumentId) return own;
  const alike = await records.alike(record.archive, {
    names: [record.fileName],
    checksums: [record.checksum, ...(after.checksum === null ? [] : [after.checksum])],
  });
  return alike.find((candidate) => candidate.targetDocumentId === targetDocumentId);
};

const restore = async (
  job: RollbackJob,
  change: Of<'updated'>,
  counts: RollbackCounts
): Promise<RollbackCounts> => {
  const { strapi, target, records } = job;
  const { document, record } = change.before;
  const now = (await loadDocuments(strapi, target, [document.documentId])).get(document.documentId);
  const current = await findRecord(job, change);
  if (now === undefined || current === undefined) {
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
  // A later run's word on the file counts more than what was before this one.
  const isLast = current.run === change.after.run;
  await job.changes.insert([
    {
      run: job.run,
      action: 'updated',
      recordKey: current.key,
      contentType: target.uid,
      targetDocumentId: document.documentId,
      targetLocale: target.locale,
      before: { document: now, record: current },
      after: {
        values: written,
        updatedAt: updatedAt?.toISOString() ?? null,
        run: isLast ? record.run : current.run,
        checksum: isLast ? record.checksum : current.checksum,
      },
    },
  ]);
  if (isLast) await records.update(current.id, restoredRecord(record, current));
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

const documentsIn = (removed: readonly Of<'removed'>[]): readonly RemovedDocument[] =>
  removed.flatMap(({ before: { document, record } }) =>
    document === null ? [] : [{ document, paths: record.paths ?? [] }]
  );

const recreate = async (
  job: RollbackJob,
  trx: Transaction,
  removed: readonly Of<'removed'>[]
): Promise<void> => {
  await recreateDocuments(job.strapi, trx, job.target, documentsIn(removed), job.orders);
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
  return { ...counts, recreated: counts.recreated + documentsIn(removed).length };
};

/** Undoes one page of what a run did to documents that existed, the last first. */
export const undoChanges = (
  rollback: RollbackJob,
  counts: RollbackCounts,
  below: number
): Promise<{ readonly counts: RollbackCounts; readonly last: number } | null> =>
  doPage(rollback, counts, async (job, trx) => {
    const page = await job.changes.standing(job.undone, below, PAGE);
    const last = page.at(-1);
    if (last === undefined) return null;
    const updated = page.filter(({ action }) => action === 'updated');
    await holdDocuments(
      job.strapi,
      trx,
      job.target,
      updated.map(({ targetDocumentId }) => targetDocumentId)
    );
    return { counts: await undo(job, trx, page, counts), last: last.id };
  });
