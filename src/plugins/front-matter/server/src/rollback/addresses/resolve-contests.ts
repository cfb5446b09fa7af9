import { retryTransient } from '../../run/retry-transient';
import { resolveContestsPage, markEditedDue } from '../../contests/resolve-contests';
import { processPage, type PageResult } from '../job/process-page';
import type { RollbackCounts } from '../job/report';
import type { RollbackJob } from '../job/rollback-job';

/**
 * Gives contested addresses to the posts that they belong to after the rollback: a page at a time,
 * in the order of their keys.
 */
export const resolveContests = (
  rollback: RollbackJob
): ((counts: RollbackCounts) => Promise<PageResult>) => {
  let above: string | null = null;
  return async (counts) => {
    if (above === null) await retryTransient(() => markEditedDue(rollback));
    let last: string | null = null;
    const page = await processPage(rollback, async (job, trx) => {
      last = await resolveContestsPage(job, trx, above ?? '', false);
      return last === null ? null : { counts, last: 0 };
    });
    above = last ?? '';
    return page;
  };
};
