import type { Transaction } from 'strapi-plugin-kit/database';

import { isInLocale } from '../../core/locale';
import type { Update } from '../../ledger/change';
import { findEdits } from '../../ledger/find-edits';
import { loadDocuments } from '../../site/documents/load-documents';
import type { RollbackCounts } from '../job/report';
import { reportEdited } from '../job/report-kept';
import type { RollbackJob } from '../job/rollback-job';
import { type Step, stepsOf } from '../plan/steps';
import { findRecords } from './find-records';
import { findOtherEdits } from './edits/find-other-edits';
import { findKeepReasons, runsThatChanged, isKept } from './edits/keep-reasons';
import { recreateAndRestore, removeAndRecreateFormer } from './recreate-former';
import type { DocumentToRemove } from './remove-with-records';
import { restoreDocument } from './restore-document';

type IsApplied = (change: Update) => boolean;

/**
 * Saves the values that runs of the previous release wrote, which are known only until they are
 * overwritten.
 */
const saveWrittenValues = async (
  job: RollbackJob,
  chain: readonly Update[],
  steps: readonly Step[]
): Promise<void> => {
  for (const [index, { id, after }] of chain.entries()) {
    const step = steps[index];
    if (after.written !== undefined || step === undefined) continue;
    const values = Object.entries(step.written);
    if (values.some(([, value]) => value === undefined)) continue;
    const written = Object.fromEntries(values.map(([name, value]) => [name, value ?? null]));
    await job.changes.updateAfter(id, { ...after, written, imported: step.imported });
  }
};

/**
 * Restores documents of one locale after changes were undone or redone: they are written, removed
 * or recreated.
 *
 * @param toggled the changes
 */
export const restoreDocuments = async (
  job: RollbackJob,
  trx: Transaction,
  toggled: readonly Update[],
  before: RollbackCounts
): Promise<RollbackCounts> => {
  const { strapi, target } = job;
  let counts = before;
  const ids = toggled.map(({ targetDocumentId }) => targetDocumentId);
  const own = new Map(toggled.map((change) => [change.id, change]));
  const isApplied: IsApplied = ({ id, undoneBy }) => {
    const change = own.get(id);
    return change === undefined ? undoneBy === null : change.undoneBy !== null;
  };
  const chains = await job.changes.ofDocuments(target, ids);
  await job.changes.setUndoneBy([...own.keys()], toggled[0]?.undoneBy === null ? job.run : null);
  const records = await findRecords(job, chains);
  const documents = await loadDocuments(strapi, target, ids);
  const otherEdits = await findOtherEdits(job, [...records.values()]);
  const removed = await job.changes.removed({
    targetDocumentId: { $in: ids },
    contentType: target.uid,
  });
  const removals = removed.filter(({ targetLocale }) => isInLocale(target, targetLocale));
  const toRemove: DocumentToRemove[] = [];
  for (const [id, chain] of chains) {
    const record = records.get(id);
    const document = documents.get(id);
    let restored = { document, record };
    if (record === undefined) {
      if (!removals.some(({ targetDocumentId }) => targetDocumentId === id)) {
        reportEdited(job, chain[0]?.before.record.path ?? '', ['deleted']);
        counts = { ...counts, left: counts.left + 1 };
      }
      continue;
    }
    if (document === undefined) {
      if (job.direction === 'undo' && (record.undoneBy ?? null) === null) {
        reportEdited(job, record.path, ['deleted']);
        counts = { ...counts, left: counts.left + 1 };
      }
    } else {
      const steps = stepsOf(chain, isApplied, document, record);
      await saveWrittenValues(job, chain, steps);
      const isEdited = findEdits(document, record, chain).length > 0;
      const result = await restoreDocument(job, trx, steps, document, record, isEdited);
      if (result.left.length > 0 && job.direction === 'undo') {
        reportEdited(job, record.path, result.left);
        counts = { ...counts, left: counts.left + 1 };
      }
      if (result.isWritten) counts = { ...counts, restored: counts.restored + 1 };
      restored = result;
    }
    if ((record.undoneBy ?? null) === null || restored.record === undefined) continue;
    const reasons = findKeepReasons(
      job,
      restored.document,
      restored.record,
      chain,
      isApplied,
      otherEdits.get(id) ?? []
    );
    if (!isKept(reasons))
      toRemove.push({ record: restored.record, document: restored.document ?? null });
  }
  counts = await removeAndRecreateFormer(job, trx, toRemove, counts);
  const kept = removals.filter(
    ({ targetDocumentId, madeBy }) =>
      madeBy !== null &&
      runsThatChanged(job, chains.get(targetDocumentId) ?? [], isApplied).length > 0
  );
  const recreated = await recreateAndRestore(job, trx, kept, chains, isApplied);
  return { ...counts, recreated: counts.recreated + recreated };
};
