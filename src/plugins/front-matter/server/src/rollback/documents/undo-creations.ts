import { lockDocuments, type Transaction } from 'strapi-plugin-kit/database';

import type { SiteDocument } from '../../core/document';
import type { StoredRecord } from '../../ledger/records/record';
import { loadDocuments } from '../../site/documents/load-documents';
import { processPage, type PageResult } from '../job/process-page';
import type { RollbackCounts } from '../job/report';
import { reportNotMadeByRun, reportChangedByRuns, reportEdited } from '../job/report-kept';
import { jobsByLocale, type RollbackJob } from '../job/rollback-job';
import { findOtherEdits } from './edits/find-other-edits';
import { findKeepReasons, isKept } from './edits/keep-reasons';
import { removeAndRecreateFormer } from './recreate-former';
import type { DocumentToRemove } from './remove-with-records';

const PAGE = 100;

/** Whether a document was made while the run was at work that made it by its record. */
const isMadeByRun = (
  { target, period }: RollbackJob,
  record: StoredRecord,
  document: SiteDocument
) =>
  record.contentType === target.uid &&
  (period === null || Date.parse(document.main.createdAt) >= period.from) &&
  (period === null || Date.parse(document.main.createdAt) <= period.to);

const idsOf = (records: readonly StoredRecord[]): string[] =>
  records.flatMap(({ targetDocumentId }) => targetDocumentId ?? []);

/** Removes those documents of one locale that neither an editor nor another run has changed. */
const removeUnchanged = async (
  job: RollbackJob,
  trx: Transaction,
  records: readonly StoredRecord[],
  before: RollbackCounts
): Promise<RollbackCounts> => {
  const ids = idsOf(records);
  const documents = await loadDocuments(job.strapi, job.target, ids);
  const otherEdits = await findOtherEdits(job, records);
  const chains = await job.changes.ofDocuments(job.target, ids);
  const toRemove: DocumentToRemove[] = [];
  let left = 0;
  for (const found of records) {
    const record = { ...found, undoneBy: job.run };
    const id = record.targetDocumentId ?? '';
    const document = documents.get(id);
    const chain = chains.get(id) ?? [];
    const reasons = findKeepReasons(
      job,
      document,
      record,
      chain,
      ({ undoneBy }) => undoneBy === null,
      otherEdits.get(id) ?? []
    );
    if (document !== undefined && !isMadeByRun(job, record, document))
      reportNotMadeByRun(job, record.path);
    else if (!isKept(reasons)) {
      toRemove.push({ record, document: document ?? null });
      continue;
    } else if (reasons.edited.length > 0) reportEdited(job, record.path, reasons.edited);
    else reportChangedByRuns(job, record.path, reasons.runs);
    left += 1;
  }
  const counts = await removeAndRecreateFormer(job, trx, toRemove, before);
  return { ...counts, left: counts.left + left };
};

/** Undoes the making of one page of documents, and removes those that nobody else has changed. */
export const undoCreations = (
  rollback: RollbackJob,
  before: RollbackCounts,
  maker: number,
  above: number
): Promise<PageResult> =>
  processPage(rollback, async (job, trx) => {
    const page = await job.records.createdBy(maker, false, above, PAGE);
    const last = page.at(-1);
    if (last === undefined) return null;
    await lockDocuments(job.strapi, trx, job.target.uid, idsOf(page));
    await job.records.setUndoneBy(
      page.map(({ id }) => id),
      job.run
    );
    let counts = before;
    for (const [own, part] of jobsByLocale(job, page)) {
      counts = await removeUnchanged(own, trx, part, counts);
    }
    return { counts, last: last.id };
  });
