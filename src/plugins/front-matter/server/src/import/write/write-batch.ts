import { lockDocuments, type Transaction } from 'strapi-plugin-kit/database';

import { nameIn } from '../../core/locale';
import { countFiles, type Counts } from '../../core/plan/counts';
import type { ImportedValues } from '../../core/plan/merge-values';
import type { SourceRecord } from '../../ledger/records/record';
import { contests } from '../../ledger/contests';
import { addressesOf } from '../../site/addresses';
import { createDocuments, type NewDocument } from '../../site/documents/create-documents';
import { shareValues } from '../../site/documents/share-values';
import { byLocale } from '../../site/in-locale';
import { runTransaction } from '../../run/run-transaction';
import { saveRefused } from '../../contests/refused-addresses';
import { keepAddresses, type KeptAddresses } from './keep-addresses';
import { removeReplacedRecords, saveOtherRecords } from './save-other-records';
import { describePlan, withIssues, type FileOutcome } from '../plan/describe-plan';
import type { BatchPlan } from '../plan/plan-batch';
import {
  changesStanding,
  creationsOf,
  documentsThere,
  postsToWrite,
  revisionsOf,
} from '../plan/planned-files';
import type { Creation } from '../plan/planned-file';
import { noteWritten } from './note-written';
import { reviseFile } from './revise-file';
import { createMissingTerms, type BatchTerms } from './create-missing-terms';
import { scheduleAgain, scheduleFor, scheduleNew } from './schedule-future';
import { fileRecord, type BecameDocument } from './source-record';
import type { Writer } from './writer';

const became = (writer: Writer, creation: Creation, imported: ImportedValues): BecameDocument => {
  const { target, run } = writer;
  const { file, documentId, translationKey } = creation;
  return {
    contentType: target.uid,
    targetDocumentId: documentId,
    targetLocale: file.post.locale,
    translationKey,
    imported,
    scheduledAt: scheduleFor(writer, creation),
    createdRun: run,
  };
};

const newDocument = (creation: Creation, kept: KeptAddresses, terms: BatchTerms): NewDocument => ({
  documentId: creation.documentId,
  slug: kept.slugs.get(creation.file.key) ?? null,
  post: creation.file.post,
  hashes: creation.file.hashes,
  terms: terms.of(creation.file.post),
});

const createAll = async (
  writer: Writer,
  trx: Transaction,
  creations: readonly Creation[],
  kept: KeptAddresses,
  terms: BatchTerms
): Promise<void> => {
  const { strapi, target, records, orders } = writer;
  const imported = new Map<string, ImportedValues>();
  for (const [own, part] of byLocale(target, creations, ({ file }) => file.post.locale)) {
    const written = await createDocuments(
      strapi,
      trx,
      own,
      part.map((creation) => newDocument(creation, kept, terms)),
      { now: writer.now(), orders }
    );
    const joined = part.filter(({ isThere }) => isThere).map(({ documentId }) => documentId);
    await shareValues(strapi, own, joined);
    for (const { file, documentId } of part) imported.set(file.key, written.get(documentId) ?? {});
  }
  const fresh: SourceRecord[] = [];
  for (const creation of creations) {
    const { file, record } = creation;
    const row = Object.assign(
      fileRecord(file, 'imported', writer),
      became(writer, creation, imported.get(file.key) ?? {})
    );
    if (record === null) fresh.push(row);
    else await records.update(record.id, row);
  }
  await records.insert(trx, fresh);
};

const write = async (writer: Writer, trx: Transaction, plan: BatchPlan): Promise<FileOutcome[]> => {
  const { strapi, target } = writer;
  const creations = creationsOf(plan.files);
  const revisions = revisionsOf(plan.files);
  const terms = await createMissingTerms(
    writer,
    trx,
    plan.terms,
    postsToWrite(creations, revisions)
  );
  const addresses = addressesOf(strapi, target.uid);
  const kept = await keepAddresses(target, addresses, creations, revisions);
  await removeReplacedRecords(writer, plan.files);
  await createAll(writer, trx, creations, kept, terms);
  await scheduleNew(writer, creations);
  for (const planned of revisions) {
    await reviseFile(writer, planned, kept, terms);
    await scheduleAgain(writer, planned);
  }
  await saveOtherRecords(writer, trx, plan.files);
  const elsewhere = revisions.filter((planned) => changesStanding(planned, target));
  await contests(strapi, target).markDue(
    elsewhere.map(({ document, file }) => nameIn(target, document.documentId, file.post.locale))
  );
  await saveRefused(writer, kept.refused);
  noteWritten(writer, creations, revisions);
  return plan.files.map((planned) =>
    withIssues(describePlan(planned), planned, terms.issues, kept.issues)
  );
};

/** A run that is cut short says how many files it has written: as many as are there. */
const writeAndCount = async (
  writer: Writer,
  trx: Transaction,
  plan: BatchPlan,
  before: Counts
): Promise<{ readonly moved: readonly string[]; readonly outcomes: readonly FileOutcome[] }> => {
  const outcomes = await write(writer, trx, plan);
  await writer.runs.saveCounts(writer.run, countFiles(before, outcomes));
  return { moved: plan.moved, outcomes };
};

/**
 * Writes a batch in one transaction: terms first, then addresses, documents, links and the ledger.
 * Whatever goes wrong, all of the batch is written or none of it. A batch that writes to documents
 * that are there is planned again once they are held.
 */
export const writeBatch = async (
  writer: Writer,
  planBatch: () => Promise<BatchPlan>,
  counts: Counts
): Promise<readonly FileOutcome[]> => {
  const first = await planBatch();
  const there = documentsThere(first.files);
  const { moved, outcomes } = await runTransaction(writer, async (trx) => {
    if (there.length === 0) return writeAndCount(writer, trx, first, counts);
    await lockDocuments(writer.strapi, trx, writer.target.uid, there);
    return writeAndCount(writer, trx, await planBatch(), counts);
  });
  for (const key of moved) writer.moved.add(key);
  return outcomes;
};
