import type { Core } from '@strapi/strapi';
import { transact, type Transaction } from 'strapi-plugin-kit/database';

import { countFiles, type Counts } from '../../core/plan/counts';
import type { ImportedValues } from '../../core/plan/merge-values';
import type { Changes } from '../../ledger/changes';
import type { Records, SourceRecord } from '../../ledger/records';
import type { Runs } from '../../ledger/runs';
import { contests } from '../../ledger/contests';
import { addressesOf } from '../../write/addresses';
import { createDocuments, type NewDocument } from '../../write/create-documents';
import { shareValues } from '../../write/share-values';
import { holdDocuments } from '../../write/hold-documents';
import { byLocale, nameIn } from '../../write/in-locale';
import { letOthersGo } from '../../write/let-others-go';
import type { InverseOrders } from '../../write/link-rows';
import type { Target } from '../../write/target';
import { noteRefused } from '../contests/note-contests';
import { keepAddresses, type Settled } from './keep-addresses';
import { clearTheWay, noteOthers } from './note-files';
import { describePlan, withIssues, type FileOutcome } from './outcome';
import type { BatchPlan } from './plan-batch';
import {
  changesStanding,
  creationsOf,
  documentsThere,
  postsToWrite,
  revisionsOf,
  type Creation,
} from './planned-files';
import { reviseFile } from './revise-file';
import type { SeenKeys } from './seen-keys';
import { settleTerms, type SettledTerms } from './settle-terms';
import { fileRecord, type BecameDocument } from './source-record';

/** What writing a batch needs besides the plan. */
export interface Writer {
  readonly strapi: Core.Strapi;
  readonly target: Target;
  readonly records: Records;
  readonly changes: Changes;
  readonly runs: Runs;
  readonly archive: string;
  readonly fingerprint: string;
  readonly run: number;
  readonly orders: InverseOrders;
  /** Keys of records whose documents moved; grows with every batch. */
  readonly moved: SeenKeys;
  readonly now: () => Date;
}

const became = (
  { target, run }: Writer,
  { file, documentId, translationKey }: Creation,
  imported: ImportedValues
): BecameDocument => ({
  contentType: target.uid,
  targetDocumentId: documentId,
  targetLocale: file.post.locale,
  translationKey,
  imported,
  createdRun: run,
});

const newDocument = (creation: Creation, settled: Settled, terms: SettledTerms): NewDocument => ({
  documentId: creation.documentId,
  slug: settled.slugs.get(creation.file.key) ?? null,
  post: creation.file.post,
  digests: creation.file.digests,
  terms: terms.of(creation.file.post),
});

const createAll = async (
  writer: Writer,
  trx: Transaction,
  creations: readonly Creation[],
  settled: Settled,
  terms: SettledTerms
): Promise<void> => {
  const { strapi, target, records, orders } = writer;
  const imported = new Map<string, ImportedValues>();
  for (const [own, part] of byLocale(target, creations, ({ file }) => file.post.locale)) {
    const written = await createDocuments(
      strapi,
      trx,
      own,
      part.map((creation) => newDocument(creation, settled, terms)),
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
  const terms = await settleTerms(writer, trx, plan.terms, postsToWrite(creations, revisions));
  const addresses = addressesOf(strapi, target.uid);
  const settled = await keepAddresses(target, addresses, creations, revisions);
  await clearTheWay(writer, plan.files);
  await createAll(writer, trx, creations, settled, terms);
  for (const planned of revisions) await reviseFile(writer, planned, settled, terms);
  await noteOthers(writer, trx, plan.files);
  const elsewhere = revisions.filter((planned) => changesStanding(planned, target));
  await contests(strapi, target).touch(
    elsewhere.map(({ document, file }) => nameIn(target, document.documentId, file.post.locale))
  );
  await noteRefused(writer, settled.refused);
  return plan.files.map((planned) =>
    withIssues(describePlan(planned), planned, terms.issues, settled.issues)
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
  await writer.runs.count(writer.run, countFiles(before, outcomes));
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
  await letOthersGo(writer.strapi);
  const { moved, outcomes } = await transact(writer.strapi.db, async (trx) => {
    await writer.runs.beat(writer.run);
    if (there.length === 0) return writeAndCount(writer, trx, first, counts);
    await holdDocuments(writer.strapi, trx, writer.target, there);
    return writeAndCount(writer, trx, await planBatch(), counts);
  });
  for (const key of moved) writer.moved.add(key);
  return outcomes;
};
