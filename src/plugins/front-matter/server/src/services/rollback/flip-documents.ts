import type { Transaction } from 'strapi-plugin-kit/database';

import type { Removal, Update } from '../../ledger/changes';
import { editedSince } from '../../ledger/edited';
import { isInLocale } from '../../write/in-locale';
import { loadDocuments } from '../../write/load-documents';
import { buryDocuments, type Leaving } from './bury-documents';
import { findRecords } from './find-records';
import { findTranslatedByEditors } from './find-translated-by-editors';
import { findHolders, holdingRuns, isHeld } from './holders';
import { jobsByLocale, reportLeft, type RollbackJob, undoingMaker } from './job';
import type { RollbackCounts } from './report';
import { reviveDocuments } from './revive-documents';
import { settleDocument } from './settle-document';
import { type Step, stepsOf } from './steps';

type Chains = ReadonlyMap<string, readonly Update[]>;
type Stands = (change: Update) => boolean;

/** Whether the making of a document that was removed counts; the release before did not say whose it was. */
const isMakingStanding = (job: RollbackJob, { madeBy }: Removal): boolean =>
  madeBy !== null && undoingMaker(job, madeBy) === null;

/** What a run of the release before wrote is known as long as it is there: it is kept before that changes. */
const completeChanges = async (
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
    await job.changes.complete(id, { ...after, written, imported: step.imported });
  }
};

/** Makes removed documents again, and has them be what runs that count have made of them since. */
export const reviveAndSettle = async (
  job: RollbackJob,
  trx: Transaction,
  removals: readonly Removal[],
  chains: Chains,
  stands: Stands
): Promise<number> => {
  const revived = await reviveDocuments(job, trx, removals, chains, stands);
  const ids = revived.map(({ targetDocumentId }) => targetDocumentId);
  const documents = await loadDocuments(job.strapi, job.target, ids);
  const records = await job.records.byKeys(
    revived.map(({ recordKey, before }) => recordKey ?? before.record.key)
  );
  const byDocument = new Map(
    [...records.values()].map((record) => [record.targetDocumentId, record])
  );
  for (const id of ids) {
    const chain = chains.get(id) ?? [];
    const document = documents.get(id);
    const record = byDocument.get(id);
    if (document === undefined || record === undefined || chain.length === 0) continue;
    const steps = stepsOf(chain, stands, document, record);
    await settleDocument(job, trx, steps, document, record, record.edited === true);
  }
  return documents.size;
};

/** Documents that runs have made of files that have none any more, and that count. */
export const reviveOthers = async (
  job: RollbackJob,
  trx: Transaction,
  freed: readonly string[]
): Promise<number> => {
  if (freed.length === 0) return 0;
  const removals = await job.changes.removed({
    recordKey: { $in: freed },
    contentType: job.target.uid,
  });
  const stands: Stands = ({ undoneBy }) => undoneBy === null;
  let revived = 0;
  // A file may have become a document in another locale before.
  for (const [own, part] of jobsByLocale(job, removals)) {
    const chains = await job.changes.ofDocuments(
      own.target,
      part.map(({ targetDocumentId }) => targetDocumentId)
    );
    const standing = part.filter(
      (removal) =>
        isMakingStanding(own, removal) ||
        (removal.madeBy !== null &&
          holdingRuns(own, chains.get(removal.targetDocumentId) ?? [], stands).length > 0)
    );
    revived += await reviveAndSettle(own, trx, standing, chains, stands);
  }
  return revived;
};

/** Removes documents, and makes those again that their files had become before. */
export const buryAndRevive = async (
  job: RollbackJob,
  trx: Transaction,
  leaving: readonly Leaving[],
  counts: RollbackCounts
): Promise<RollbackCounts> => {
  await buryDocuments(job, leaving);
  const revived = await reviveOthers(
    job,
    trx,
    leaving.map(({ record }) => record.key)
  );
  const removed = leaving.filter(({ document }) => document !== null).length;
  return {
    ...counts,
    removed: counts.removed + removed,
    recreated: counts.recreated + revived,
  };
};

/**
 * Has documents of one locale be what they have to be, now that some changes count or do not:
 * written, removed or made again.
 *
 * @param flipped the changes
 */
export const settleDocuments = async (
  job: RollbackJob,
  trx: Transaction,
  flipped: readonly Update[],
  before: RollbackCounts
): Promise<RollbackCounts> => {
  const { strapi, target } = job;
  let counts = before;
  const ids = flipped.map(({ targetDocumentId }) => targetDocumentId);
  const own = new Map(flipped.map((change) => [change.id, change]));
  const stands: Stands = ({ id, undoneBy }) => {
    const change = own.get(id);
    return change === undefined ? undoneBy === null : change.undoneBy !== null;
  };
  const chains = await job.changes.ofDocuments(target, ids);
  await job.changes.mark([...own.keys()], flipped[0]?.undoneBy === null ? job.run : null);
  const records = await findRecords(job, chains);
  const documents = await loadDocuments(strapi, target, ids);
  const translated = await findTranslatedByEditors(job, [...records.values()]);
  const removed = await job.changes.removed({
    targetDocumentId: { $in: ids },
    contentType: target.uid,
  });
  const buried = removed.filter(({ targetLocale }) => isInLocale(target, targetLocale));
  const leaving: Leaving[] = [];
  for (const [id, chain] of chains) {
    const record = records.get(id);
    const document = documents.get(id);
    let settled = { document, record };
    if (record === undefined) {
      if (!buried.some(({ targetDocumentId }) => targetDocumentId === id)) {
        reportLeft(job, chain[0]?.before.record.path ?? '', ['deleted']);
        counts = { ...counts, left: counts.left + 1 };
      }
      continue;
    }
    if (document === undefined) {
      if (job.direction === 'undo' && (record.undoneBy ?? null) === null) {
        reportLeft(job, record.path, ['deleted']);
        counts = { ...counts, left: counts.left + 1 };
      }
    } else {
      const steps = stepsOf(chain, stands, document, record);
      await completeChanges(job, chain, steps);
      const isEdited = editedSince(document, record, chain).length > 0;
      const result = await settleDocument(job, trx, steps, document, record, isEdited);
      if (result.left.length > 0 && job.direction === 'undo') {
        reportLeft(job, record.path, result.left);
        counts = { ...counts, left: counts.left + 1 };
      }
      if (result.isWritten) counts = { ...counts, restored: counts.restored + 1 };
      settled = result;
    }
    if ((record.undoneBy ?? null) === null || settled.record === undefined) continue;
    const holders = findHolders(
      job,
      settled.document,
      settled.record,
      chain,
      stands,
      translated.has(id)
    );
    if (!isHeld(holders))
      leaving.push({ record: settled.record, document: settled.document ?? null });
  }
  counts = await buryAndRevive(job, trx, leaving, counts);
  const held = buried.filter(
    ({ targetDocumentId, madeBy }) =>
      madeBy !== null && holdingRuns(job, chains.get(targetDocumentId) ?? [], stands).length > 0
  );
  const revived = await reviveAndSettle(job, trx, held, chains, stands);
  return { ...counts, recreated: counts.recreated + revived };
};
