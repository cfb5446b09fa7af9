import type { Transaction } from 'strapi-plugin-kit/database';

import type { Removal, Update } from '../../ledger/change';
import { loadDocuments } from '../../site/documents/load-documents';
import type { RollbackCounts } from '../job/report';
import { jobsByLocale, type RollbackJob, rollbackOfMaker } from '../job/rollback-job';
import { stepsOf } from '../plan/steps';
import { runsThatChanged } from './edits/keep-reasons';
import { recreateRemoved } from './recreate-removed';
import { removeWithRecords, type DocumentToRemove } from './remove-with-records';
import { restoreDocument } from './restore-document';

type Chains = ReadonlyMap<string, readonly Update[]>;
type IsApplied = (change: Update) => boolean;

/**
 * Whether the run that made a removed document is applied; rows of the previous release do not say
 * which run that was.
 */
const isMakingApplied = (job: RollbackJob, { madeBy }: Removal): boolean =>
  madeBy !== null && rollbackOfMaker(job, madeBy) === null;

/** Recreates removed documents, and restores what applied runs have written to them since. */
export const recreateAndRestore = async (
  job: RollbackJob,
  trx: Transaction,
  removals: readonly Removal[],
  chains: Chains,
  isApplied: IsApplied
): Promise<number> => {
  const recreated = await recreateRemoved(job, trx, removals, chains, isApplied);
  const ids = recreated.map(({ targetDocumentId }) => targetDocumentId);
  const documents = await loadDocuments(job.strapi, job.target, ids);
  const records = await job.records.byKeys(
    recreated.map(({ recordKey, before }) => recordKey ?? before.record.key)
  );
  const byDocument = new Map(
    [...records.values()].map((record) => [record.targetDocumentId, record])
  );
  for (const id of ids) {
    const chain = chains.get(id) ?? [];
    const document = documents.get(id);
    const record = byDocument.get(id);
    if (document === undefined || record === undefined || chain.length === 0) continue;
    const steps = stepsOf(chain, isApplied, document, record);
    await restoreDocument(job, trx, steps, document, record, record.edited === true);
  }
  return documents.size;
};

/** Recreates documents that applied runs had made of files which have no document any more. */
const recreateFormer = async (
  job: RollbackJob,
  trx: Transaction,
  recordKeys: readonly string[]
): Promise<number> => {
  if (recordKeys.length === 0) return 0;
  const removals = await job.changes.removed({
    recordKey: { $in: recordKeys },
    contentType: job.target.uid,
  });
  const isApplied: IsApplied = ({ undoneBy }) => undoneBy === null;
  let recreated = 0;
  // A file may have become a document in another locale before.
  for (const [own, part] of jobsByLocale(job, removals)) {
    const chains = await job.changes.ofDocuments(
      own.target,
      part.map(({ targetDocumentId }) => targetDocumentId)
    );
    const applied = part.filter(
      (removal) =>
        isMakingApplied(own, removal) ||
        (removal.madeBy !== null &&
          runsThatChanged(own, chains.get(removal.targetDocumentId) ?? [], isApplied).length > 0)
    );
    recreated += await recreateAndRestore(own, trx, applied, chains, isApplied);
  }
  return recreated;
};

/** Removes documents, and recreates those that their files had become before. */
export const removeAndRecreateFormer = async (
  job: RollbackJob,
  trx: Transaction,
  toRemove: readonly DocumentToRemove[],
  counts: RollbackCounts
): Promise<RollbackCounts> => {
  await removeWithRecords(job, toRemove);
  const recreated = await recreateFormer(
    job,
    trx,
    toRemove.map(({ record }) => record.key)
  );
  const removed = toRemove.filter(({ document }) => document !== null).length;
  return {
    ...counts,
    removed: counts.removed + removed,
    recreated: counts.recreated + recreated,
  };
};
