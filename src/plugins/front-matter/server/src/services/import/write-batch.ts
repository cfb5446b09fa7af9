import type { Core } from '@strapi/strapi';

import type { Counts } from '../../core/plan/counts';
import { rememberMerge, type ImportedValues } from '../../core/plan/merge-values';
import type { Changes } from '../../ledger/changes';
import type { Records, SourceRecord } from '../../ledger/records';
import type { Runs } from '../../ledger/runs';
import { addressesOf } from '../../write/addresses';
import { createDocuments, type NewDocument } from '../../write/create-documents';
import { holdDocuments } from '../../write/hold-documents';
import { letOthersGo } from '../../write/let-others-go';
import type { InverseOrders } from '../../write/link-rows';
import { reviseDocument } from '../../write/revise-document';
import type { Target } from '../../write/target';
import { inTransaction, type Transaction } from '../../write/transaction';
import { keepAddresses, type Settled } from './keep-addresses';
import { clearTheWay, noteOthers } from './note-files';
import { describePlan, withIssues, type FileOutcome } from './outcome';
import type { BatchPlan } from './plan-batch';
import {
  changesDocument,
  creationsOf,
  postsToWrite,
  revisionsOf,
  type Creation,
  type Revising,
} from './planned-files';
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

const revise = async (
  writer: Writer,
  planned: Revising,
  settled: Settled,
  terms: SettledTerms
): Promise<void> => {
  const { strapi, target, records, changes } = writer;
  const { file, record, document, revision, sides } = planned;
  let written: Readonly<Record<string, string>> = {};
  if (changesDocument(planned)) {
    const all = terms.of(file.post);
    const toWrite = Object.fromEntries(
      Object.entries(all).filter(([name]) => revision.write.includes(name))
    );
    const slug = settled.slugs.get(document.documentId) ?? null;
    const revised = await reviseDocument(
      strapi,
      target,
      { document, post: file.post, revision, slug, terms: toWrite },
      writer.now()
    );
    written = revised.written;
    await changes.insert([
      {
        run: writer.run,
        action: 'updated',
        recordKey: file.key,
        contentType: target.uid,
        targetDocumentId: document.documentId,
        targetLocale: target.locale,
        before: { document, record },
        after: {
          values: written,
          updatedAt: revised.updatedAt?.toISOString() ?? null,
          run: writer.run,
          checksum: file.checksum,
        },
      },
    ]);
  }
  const imported = rememberMerge(record.imported ?? {}, sides, revision.conflicts, written);
  await records.update(record.id, {
    ...fileRecord(file, revision.conflicts.length > 0 ? 'conflict' : 'imported', writer),
    imported,
  });
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
  for (const planned of revisions) await revise(writer, planned, settled, terms);
  await noteOthers(writer, trx, plan.files);
  return plan.files.map((planned) =>
    withIssues(describePlan(planned), planned, terms.issues, settled.issues)
  );
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
    await writer.runs.beat(writer.run, counts);
    if (revisions.length === 0)
      return { moved: first.moved, outcomes: await write(writer, trx, first) };
    await holdDocuments(
      writer.strapi,
      trx,
      writer.target,
      revisions.map(({ document }) => document.documentId)
    );
    const plan = await planBatch();
    return { moved: plan.moved, outcomes: await write(writer, trx, plan) };
  });
  for (const key of moved) writer.moved.add(key);
  return outcomes;
};
