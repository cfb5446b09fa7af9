import type { Core } from '@strapi/strapi';

import { issueOf } from '../../core/issue-codes';
import type { Changes } from '../../ledger/changes';
import type { Records } from '../../ledger/records';
import type { Runs } from '../../ledger/runs';
import { letOthersGo } from '../../write/let-others-go';
import type { LeaveRoom } from '../../write/leave-room';
import type { InverseOrders } from '../../write/link-rows';
import type { Target } from '../../write/target';
import { inTransaction, type Transaction } from '../../write/transaction';
import type { OthersWrite } from '../../write/watch-writers';
import type { ReportIssue } from '../import/report';
import { retry } from '../import/retry';
import type { RollbackCounts, RollbackOptions } from './report';

/** Everything a rollback works with. */
export interface RollbackJob {
  readonly strapi: Core.Strapi;
  readonly target: Target;
  readonly records: Records;
  readonly changes: Changes;
  readonly runs: Runs;
  readonly options: RollbackOptions;
  /** The run that undoes, and the one that is undone. */
  readonly run: number;
  readonly undone: number;
  readonly orders: InverseOrders;
  readonly othersWrite: OthersWrite;
  readonly leaveRoom: LeaveRoom;
}

/** What one page of work came to: null when there is nothing left to do. */
export type Page = { readonly counts: RollbackCounts } | null;

/** Says which document was left, and what of it. */
export const reportLeft = (job: RollbackJob, path: string, attributes: readonly string[]): void => {
  job.options.onIssue({
    path,
    ...issueOf('EDITED_SINCE', {
      message: `The document was changed after run ${job.undone} and was left as it is (${attributes.join(', ')}).`,
    }),
  });
};

/**
 * Does a page of work in one transaction, fenced by the run's lock. What the work has to say is told
 * once, when the transaction is committed: it may have to be done again.
 */
export const doPage = async <Result>(
  job: RollbackJob,
  counts: RollbackCounts,
  work: (job: RollbackJob, trx: Transaction) => Promise<Result>
): Promise<Result> => {
  let start = 0;
  const { result, said } = await retry(
    async () => {
      const said: ReportIssue[] = [];
      const onIssue = (issue: ReportIssue) => void said.push(issue);
      await letOthersGo(job.strapi);
      start = performance.now();
      const result = await inTransaction(job.strapi, async (trx) => {
        await job.runs.beat(job.run, counts);
        return work({ ...job, options: { ...job.options, onIssue } }, trx);
      });
      return { result, said };
    },
    () => job.orders.clear()
  );
  for (const issue of said) job.options.onIssue(issue);
  await job.leaveRoom(performance.now() - start, await job.othersWrite());
  return result;
};
