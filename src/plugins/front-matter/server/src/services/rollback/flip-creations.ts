import type { Transaction } from 'strapi-plugin-kit/database';

import type { Removal, Where } from '../../ledger/changes';
import type { StoredRecord } from '../../ledger/records';
import { holdDocuments } from '../../write/hold-documents';
import { loadDocuments, type SiteDocument } from '../../write/load-documents';
import type { Leaving } from './bury-documents';
import { findTranslatedByEditors } from './find-translated-by-editors';
import { buryAndRevive, reviveAndSettle } from './flip-documents';
import { findHolders, isHeld } from './holders';
import {
  doPage,
  jobsByLocale,
  type Page,
  reportForeign,
  reportHeld,
  reportLeft,
  type RollbackJob,
} from './job';
import type { RollbackCounts } from './report';

const PAGE = 100;

/** Whether a document is what its record says, and may have been made by the run that says so. */
const isOurs = ({ target, since }: RollbackJob, record: StoredRecord, document: SiteDocument) =>
  record.contentType === target.uid &&
  (since === null || Date.parse(document.main.createdAt) >= since.from) &&
  (since === null || Date.parse(document.main.createdAt) <= since.to);

const idsOf = (records: readonly StoredRecord[]): string[] =>
  records.flatMap(({ targetDocumentId }) => targetDocumentId ?? []);

/** Removes documents of one locale whose making is undone, those that nobody else has a part in. */
const undoDocuments = async (
  job: RollbackJob,
  trx: Transaction,
  records: readonly StoredRecord[],
  before: RollbackCounts
): Promise<RollbackCounts> => {
  const ids = idsOf(records);
  const documents = await loadDocuments(job.strapi, job.target, ids);
  const translated = await findTranslatedByEditors(job, records);
  const chains = await job.changes.ofDocuments(job.target, ids);
  const leaving: Leaving[] = [];
  let left = 0;
  for (const found of records) {
    const record = { ...found, undoneBy: job.run };
    const id = record.targetDocumentId ?? '';
    const document = documents.get(id);
    const chain = chains.get(id) ?? [];
    const holders = findHolders(
      job,
      document,
      record,
      chain,
      ({ undoneBy }) => undoneBy === null,
      translated.has(id)
    );
    if (document !== undefined && !isOurs(job, record, document)) reportForeign(job, record.path);
    else if (!isHeld(holders)) {
      leaving.push({ record, document: document ?? null });
      continue;
    } else if (holders.edited.length > 0) reportLeft(job, record.path, holders.edited);
    else reportHeld(job, record.path, holders.runs);
    left += 1;
  }
  const counts = await buryAndRevive(job, trx, leaving, before);
  return { ...counts, left: counts.left + left };
};

/** Removes one page of the documents that a run made and nobody else has a part in. */
export const undoCreations = (
  rollback: RollbackJob,
  before: RollbackCounts,
  maker: number,
  above: number
): Promise<Page> =>
  doPage(rollback, async (job, trx) => {
    const page = await job.records.createdBy(maker, false, above, PAGE);
    const last = page.at(-1);
    if (last === undefined) return null;
    await holdDocuments(job.strapi, trx, job.target, idsOf(page));
    await job.records.mark(
      page.map(({ id }) => id),
      job.run
    );
    let counts = before;
    for (const [own, part] of jobsByLocale(job, page)) {
      counts = await undoDocuments(own, trx, part, counts);
    }
    return { counts, last: last.id };
  });

/** Has the making of one page of documents count again that stayed for the sake of others. */
export const redoCreations = (
  rollback: RollbackJob,
  counts: RollbackCounts,
  above: number
): Promise<Page> =>
  doPage(rollback, async (job) => {
    const page = await job.records.createdBy(job.root, true, above, PAGE);
    const last = page.at(-1);
    if (last === undefined) return null;
    await job.records.mark(
      page.map(({ id }) => id),
      null
    );
    return { counts, last: last.id };
  });

/**
 * Makes one page of documents again that a rollback has removed, the last removed first.
 *
 * @param where which of them
 */
export const reviveCreations = (
  rollback: RollbackJob,
  counts: RollbackCounts,
  where: Where,
  below: number
): Promise<Page> =>
  doPage(rollback, async (job, trx) => {
    const page = await job.changes.page(
      { ...where, action: 'removed', undoneBy: { $null: true } },
      below,
      PAGE
    );
    const last = page.at(-1);
    if (last === undefined) return null;
    const ours = page.filter(
      (change): change is Removal =>
        change.action === 'removed' && change.contentType === job.target.uid
    );
    let { recreated } = counts;
    for (const [own, part] of jobsByLocale(job, ours)) {
      const chains = await job.changes.ofDocuments(
        own.target,
        part.map(({ targetDocumentId }) => targetDocumentId)
      );
      recreated += await reviveAndSettle(
        own,
        trx,
        part,
        chains,
        ({ undoneBy }) => undoneBy === null
      );
    }
    return { counts: { ...counts, recreated }, last: last.id };
  });
