import type { Removal } from '../../ledger/change';
import type { ChangeFilter } from '../../ledger/changes';
import { processPage, type PageResult } from '../job/process-page';
import type { RollbackCounts } from '../job/report';
import { jobsByLocale, type RollbackJob } from '../job/rollback-job';
import { recreateAndRestore } from './recreate-former';

const PAGE = 100;

/**
 * Recreates one page of documents that a rollback has removed, the last removed first.
 *
 * @param where selects the removals
 */
export const undoRemovals = (
  rollback: RollbackJob,
  counts: RollbackCounts,
  where: ChangeFilter,
  below: number
): Promise<PageResult> =>
  processPage(rollback, async (job, trx) => {
    const page = await job.changes.page(
      { ...where, action: 'removed', undoneBy: { $null: true } },
      below,
      PAGE
    );
    const last = page.at(-1);
    if (last === undefined) return null;
    const removals = page.filter(
      (change): change is Removal =>
        change.action === 'removed' && change.contentType === job.target.uid
    );
    let { recreated } = counts;
    for (const [own, part] of jobsByLocale(job, removals)) {
      const chains = await job.changes.ofDocuments(
        own.target,
        part.map(({ targetDocumentId }) => targetDocumentId)
      );
      recreated += await recreateAndRestore(
        own,
        trx,
        part,
        chains,
        ({ undoneBy }) => undoneBy === null
      );
    }
    return { counts: { ...counts, recreated }, last: last.id };
  });
