import { retry } from '../import/retry';
import { settlePage, touchEdited } from '../contests/settle-contests';
import { doPage, type Page, type RollbackJob } from './job';
import type { RollbackCounts } from './report';

/**
 * Gives addresses that more than one post asks for to the ones that they are, now that other runs
 * count: a page at a time, in the order of their keys.
 */
export const settleContests = (
  rollback: RollbackJob
): ((counts: RollbackCounts) => Promise<Page>) => {
  let above: string | null = null;
  return async (counts) => {
    if (above === null) await retry(() => touchEdited(rollback));
    let last: string | null = null;
    const page = await doPage(rollback, async (job, trx) => {
      last = await settlePage(job, trx, above ?? '', false);
      return last === null ? null : { counts, last: 0 };
    });
    above = last ?? '';
    return page;
  };
};
