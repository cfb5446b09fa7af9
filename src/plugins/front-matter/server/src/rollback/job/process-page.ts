import type { Transaction } from 'strapi-plugin-kit/database';

import type { ReportIssue } from '../../run/report-issue';
import { runTransactionAndPause } from '../../run/run-transaction';
import type { RollbackCounts } from './report';
import type { RollbackJob } from './rollback-job';

/**
 * The counts after a page, and the id after which the next page begins; null when no rows are left.
 */
export type PageResult = { readonly counts: RollbackCounts; readonly last: number } | null;

/** Above the id of every row: the largest integer of the databases' columns. */
export const MAX_ID = 2_147_483_647;

/**
 * Processes one page in one transaction, and reports the page's issues once it is committed: a
 * transaction may be tried again.
 */
export const processPage = async (
  job: RollbackJob,
  work: (job: RollbackJob, trx: Transaction) => Promise<PageResult>
): Promise<PageResult> => {
  let issues: ReportIssue[] = [];
  const onIssue = (issue: ReportIssue) => void issues.push(issue);
  const result = await runTransactionAndPause(
    job,
    job,
    async (trx) => {
      issues = [];
      const page = await work({ ...job, options: { ...job.options, onIssue } }, trx);
      if (page !== null) await job.runs.saveCounts(job.run, page.counts);
      return page;
    },
    () => job.orders.clear()
  );
  for (const issue of issues) job.options.onIssue(issue);
  return result;
};
