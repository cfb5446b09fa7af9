import { processPage, type PageResult } from '../job/process-page';
import type { RollbackCounts } from '../job/report';
import type { RollbackJob } from '../job/rollback-job';

const PAGE = 100;

/**
 * Marks the making of one page of documents as applied; they were kept because others had changed
 * them.
 */
export const redoCreations = (
  rollback: RollbackJob,
  counts: RollbackCounts,
  above: number
): Promise<PageResult> =>
  processPage(rollback, async (job) => {
    const page = await job.records.createdBy(job.root, true, above, PAGE);
    const last = page.at(-1);
    if (last === undefined) return null;
    await job.records.setUndoneBy(
      page.map(({ id }) => id),
      null
    );
    return { counts, last: last.id };
  });
