import type { Transaction } from 'strapi-plugin-kit/database';

import { digestValue } from '../../core/plan/digest';
import type { ImportedValues } from '../../core/plan/merge-values';
import type { Removal, Update } from '../../ledger/changes';
import type { SourceRecord } from '../../ledger/records';
import { findLiving } from '../../write/find-living';
import { loadDocuments, type SiteDocument } from '../../write/load-documents';
import { recreateDocuments } from '../../write/recreate-documents';
import { noteKept } from '../contests/note-contests';
import { type RollbackJob, undoingMaker } from './job';
import { resolveTerms } from './revive-terms';
import { digestIn, valueIn } from './steps';

/** What a record has to say of a document whose slug or terms are others than they were. */
const alignImported = (
  imported: ImportedValues,
  before: SiteDocument,
  now: SiteDocument
): ImportedValues =>
  Object.fromEntries(
    Object.entries(imported).map(([name, { from, as }]) => {
      const isAsWritten = as === digestValue(valueIn(before.main, name));
      return [name, { from, as: isAsWritten ? digestIn(now.main, name) : as }];
    })
  );

/** Writes the record of a document's file; one that is there already is of no document, and is due again. */
const writeRecord = async (
  job: RollbackJob,
  trx: Transaction,
  { before, recordKey, madeBy }: Removal,
  imported: ImportedValues | null
): Promise<void> => {
  const { id: _, ...record } = before.record;
  const key = recordKey ?? record.key;
  const own = (await job.records.byKeys([key])).get(key);
  const undoneBy = madeBy === null ? null : undoingMaker(job, madeBy);
  const row: SourceRecord = { ...record, imported, undoneBy };
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
    writtenAt: row.writtenAt ?? null,
    edited: row.edited ?? null,
  });
};

/** Removals whose files have no document now: a file has one, and a document one file in a locale. */
const findFree = async (
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
 * The addresses that a document asked for when it was made, and those of the runs that count. The
 * record has the file's last, and the run that read it may be undone.
 */
const pathsOf = (
  { before: { record } }: Removal,
  chain: readonly Update[],
  stands: (change: Update) => boolean
): readonly string[] => {
  const [first] = chain;
  if (first === undefined) return record.paths ?? [];
  const standing = chain.filter(stands).flatMap(({ after }) => after.paths ?? []);
  return [...new Set([...(first.before.record.paths ?? []), ...standing])];
};

/**
 * Makes documents again that a rollback has removed, those whose files have no other by now.
 *
 * @param chains what runs did to them while they were there, by document id
 * @param stands whether that counts from now on
 * @returns which of them were made again, or are known again as deleted
 */
export const reviveDocuments = async (
  job: RollbackJob,
  trx: Transaction,
  removals: readonly Removal[],
  chains: ReadonlyMap<string, readonly Update[]>,
  stands: (change: Update) => boolean
): Promise<readonly Removal[]> => {
  const free = await findFree(job, removals);
  const documents = free.flatMap((removal) => {
    const { document } = removal.before;
    if (document === null) return [];
    const chain = chains.get(document.documentId) ?? [];
    return [{ document, paths: pathsOf(removal, chain, stands) }];
  });
  const kept = await recreateDocuments(
    job.strapi,
    trx,
    job.target,
    documents,
    job.orders,
    (terms, ids) => resolveTerms(job, trx, terms, ids)
  );
  await noteKept(job, [...kept.values()]);
  const now = await loadDocuments(
    job.strapi,
    job.target,
    documents.map(({ document }) => document.documentId)
  );
  for (const removal of free) {
    const { document, record } = removal.before;
    const made = document === null ? undefined : now.get(document.documentId);
    const imported =
      document === null || made === undefined || record.imported === null
        ? record.imported
        : alignImported(record.imported, document, made);
    await writeRecord(job, trx, removal, imported);
  }
  await job.changes.mark(
    free.map(({ id }) => id),
    job.run
  );
  return free;
};
