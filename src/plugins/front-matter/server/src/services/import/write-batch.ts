import type { Core } from '@strapi/strapi';

import { countFiles, type Counts } from '../../core/plan/counts';
import type { ImportedValues } from '../../core/plan/merge-values';
import type { Changes } from '../../ledger/changes';
import type { Records, SourceRecord } from '../../ledger/records';
import type { Runs } from '../../ledger/runs';
import { contests } from '../../ledger/contests';
import { addressesOf } from '../../write/addresses';
import { createDocuments, type NewDocument } from '../../write/create-documents';
import { holdDocuments } from '../../write/hold-documents';
import { letOthersGo } from '../../write/let-others-go';
import type { InverseOrders } from '../../write/link-rows';
import type { Target } from '../../write/target';
import { inTransaction, type Transaction } from '../../write/transaction';
import { noteRefused } from '../contests/note-contests';
import { keepAddresses, type Settled } from './keep-addresses';
import { clearTheWay, noteOthers } from './note-files';
import { describePlan, withIssues, type FileOutcome } from './outcome';
import type { BatchPlan } from './plan-batch';
import {
  changesStanding,
  creationsOf,
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
  writer: Writer,
  id: string,
  imported: ImportedValues,
  createdRun: number | null
): BecameDocument => ({
  contentType: writer.target.uid,
  targetDocumentId: id,
  targetLocale: writer.target.locale,
  imported,
  createdRun,
});

const newDocument = (creation: Creation, settled: Settled, terms: SettledTerms): NewDocument => ({
  documentId: creation.documentId,
  slug: settled.slugs.get(creation.documentId) ?? null,
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
  const written = await createDocuments(
    strapi,
    trx,
    target,
    creations.map((creation) => newDocument(creation, settled, terms)),
    { now: writer.now(), orders }
  );
  const fresh: SourceRecord[] = [];
  for (const { file, record, documentId: id } of creations) {
    const row = Object.assign(
      fileRecord(file, 'imported', writer),
      became(writer, id, written.get(id) ?? {}, writer.run)
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
  await contests(strapi).touch(
    target.uid,
    elsewhere.map(({ document }) => document.documentId)
  );
  await noteRefused(writer, settled.refused, false);
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
 * Whatever goes wrong, all of the batch is written or none of it. A batch that revises documents
 * is planned again once they are held.
 */
export const writeBatch = async (
  writer: Writer,
  planBatch: () => Promise<BatchPlan>,
  counts: Counts
): Promise<readonly FileOutcome[]> => {
  const first = await planBatch();
  const revisions = revisionsOf(first.files);
  await letOthersGo(writer.strapi);
  const { moved, outcomes } = await inTransaction(writer.strapi, async (trx) => {
    await writer.runs.beat(writer.run);
    if (revisions.length === 0) return writeAndCount(writer, trx, first, counts);
    await holdDocuments(
      writer.strapi,
      trx,
      writer.target,
      revisions.map(({ document }) => document.documentId)
    );
    return writeAndCount(writer, trx, await planBatch(), counts);
  });
  for (const key of moved) writer.moved.add(key);
  return outcomes;
};
