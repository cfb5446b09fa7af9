import type { Transaction } from 'strapi-plugin-kit/database';

import type { SiteDocument } from '../../core/document';
import { hashValue } from '../../core/plan/hash-value';
import type { ImportedValues } from '../../core/plan/merge-values';
import type { Removal, Update } from '../../ledger/change';
import type { SourceRecord } from '../../ledger/records/record';
import { findLiving } from '../../site/documents/find-living';
import { loadDocuments } from '../../site/documents/load-documents';
import { recreateDocuments } from '../../site/documents/recreate-documents';
import { saveRefusedOnRestore } from '../../contests/refused-addresses';
import { type RollbackJob, rollbackOfMaker } from '../job/rollback-job';
import { hashIn, valueIn } from '../plan/steps';
import { findOrRecreateTerms } from '../terms/recreate-terms';

/** The imported values of a record whose document has another slug, or other terms, than before. */
const alignImported = (
  imported: ImportedValues,
  before: SiteDocument,
  now: SiteDocument
): ImportedValues =>
  Object.fromEntries(
    Object.entries(imported).map(([name, { from, as }]) => {
      const isAsWritten = as === hashValue(valueIn(before.main, name));
      return [name, { from, as: isAsWritten ? hashIn(now.main, name) : as }];
    })
  );

/**
 * Writes the record of a document's file. A record that is there already has no document: it gets
 * this one, and its file is due.
 */
const writeRecord = async (
  job: RollbackJob,
  trx: Transaction,
  { before, recordKey, madeBy }: Removal,
  imported: ImportedValues | null
): Promise<void> => {
  const { id: _, ...record } = before.record;
  const key = recordKey ?? record.key;
  const own = (await job.records.byKeys([key])).get(key);
  const undoneBy = madeBy === null ? null : rollbackOfMaker(job, madeBy);
  const { scheduledAt = null } = record;
  // What has passed was kept by nobody: the document was not there.
  const isPast = scheduledAt !== null && Date.parse(scheduledAt) <= Date.now();
  const row: SourceRecord = {
    ...record,
    imported,
    undoneBy,
    scheduledAt: isPast ? null : scheduledAt,
  };
  if (own === undefined) return job.records.insert(trx, [row]);
  const { contentType, targetDocumentId, targetLocale, createdRun } = row;
  await job.records.update(own.id, {
    contentType,
    targetDocumentId,
    targetLocale,
    createdRun,
    imported,
    fingerprint: '',
    undoneBy,
    scheduledAt: row.scheduledAt ?? null,
    writtenAt: row.writtenAt ?? null,
    edited: row.edited ?? null,
  });
};

/**
 * Removals whose files have no document now: a file has one document, and a document one file in
 * each locale.
 */
const findRecreatable = async (
  { strapi, target, records }: RollbackJob,
  removals: readonly Removal[]
): Promise<readonly Removal[]> => {
  const living = await findLiving(
    strapi,
    target,
    removals.map(({ targetDocumentId }) => targetDocumentId)
  );
  const keys = removals.map(({ recordKey, before }) => recordKey ?? before.record.key);
  const known = await records.byKeys(keys);
  const taken = new Set(
    [...known.values()].filter((record) => record.targetDocumentId !== null).map(({ key }) => key)
  );
  return removals.filter(({ recordKey, targetDocumentId, before }) => {
    const key = recordKey ?? before.record.key;
    if (taken.has(key) || living.has(targetDocumentId)) return false;
    taken.add(key);
    return true;
  });
};

/**
 * The addresses that a document asked for when it was made, and in applied runs since. The record
 * has only the file's last addresses, and the run that read these may be undone.
 */
const pathsOf = (
  { before: { record } }: Removal,
  chain: readonly Update[],
  isApplied: (change: Update) => boolean
): readonly string[] => {
  const [first] = chain;
  if (first === undefined) return record.paths ?? [];
  const applied = chain.filter(isApplied).flatMap(({ after }) => after.paths ?? []);
  return [...new Set([...(first.before.record.paths ?? []), ...applied])];
};

/**
 * Recreates documents that a rollback has removed, unless their files have become other documents.
 *
 * @param chains the changes of the documents while they existed, by document id
 * @param isApplied whether a change is applied from now on
 * @returns the removals that were undone, those of documents that an editor had deleted before
 * included
 */
export const recreateRemoved = async (
  job: RollbackJob,
  trx: Transaction,
  removals: readonly Removal[],
  chains: ReadonlyMap<string, readonly Update[]>,
  isApplied: (change: Update) => boolean
): Promise<readonly Removal[]> => {
  const recreatable = await findRecreatable(job, removals);
  const documents = recreatable.flatMap((removal) => {
    const { document } = removal.before;
    if (document === null) return [];
    const chain = chains.get(document.documentId) ?? [];
    return [{ document, paths: pathsOf(removal, chain, isApplied) }];
  });
  const kept = await recreateDocuments(
    job.strapi,
    trx,
    job.target,
    documents,
    job.orders,
    (terms, ids) => findOrRecreateTerms(job, trx, terms, ids)
  );
  await saveRefusedOnRestore(job, [...kept.values()]);
  const now = await loadDocuments(
    job.strapi,
    job.target,
    documents.map(({ document }) => document.documentId)
  );
  for (const removal of recreatable) {
    const { document, record } = removal.before;
    const made = document === null ? undefined : now.get(document.documentId);
    const imported =
      document === null || made === undefined || record.imported === null
        ? record.imported
        : alignImported(record.imported, document, made);
    await writeRecord(job, trx, removal, imported);
    if (made === undefined) continue;
    const { documentId } = made;
    const { locale } = job.target;
    job.announcements.note({ action: 'created', documentId, locale, path: record.path });
  }
  await job.changes.setUndoneBy(
    recreatable.map(({ id }) => id),
    job.run
  );
  return recreatable;
};
