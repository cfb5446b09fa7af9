import type { Core } from '@strapi/strapi';
import {
  type LeaveRoom,
  type OthersWrite,
  transact,
  type Transaction,
} from 'strapi-plugin-kit/database';

import { issueOf } from '../../core/issue-codes';
import type { Changes } from '../../ledger/changes';
import type { Records } from '../../ledger/records';
import type { Rollbacks } from '../../ledger/rollbacks';
import type { Runs } from '../../ledger/runs';
import type { LedgerTerms } from '../../ledger/terms';
import { byLocale } from '../../write/in-locale';
import { letOthersGo } from '../../write/let-others-go';
import type { InverseOrders } from '../../write/link-rows';
import type { Target } from '../../write/target';
import type { ReportIssue } from '../import/report';
import { retry } from '../import/retry';
import type { RollbackCounts, RollbackOptions } from './report';

/** Everything a rollback works with. */
export interface RollbackJob {
  readonly strapi: Core.Strapi;
  readonly target: Target;
  readonly records: Records;
  readonly changes: Changes;
  readonly terms: LedgerTerms;
  readonly runs: Runs;
  readonly rollbacks: Rollbacks;
  readonly options: RollbackOptions;
  /** The run that undoes, and the one that is undone. */
  readonly run: number;
  readonly undone: number;
  /** The import that it comes down to: a rollback of a rollback lets one stand again. */
  readonly root: number;
  readonly direction: 'undo' | 'redo';
  /** When the run was at work, in milliseconds since the epoch; null where that is not known. */
  readonly since: { readonly from: number; readonly to: number } | null;
  readonly orders: InverseOrders;
  readonly othersWrite: OthersWrite;
  readonly leaveRoom: LeaveRoom;
}

/** What a page of work came to, and where the next one begins; null when there is nothing left to do. */
export type Page = { readonly counts: RollbackCounts; readonly last: number } | null;

/** Above every row's id: what a database's integer holds. */
export const MAX_ID = 2_147_483_647;

/** The runs whose making of documents and terms the job is about: the release before had rollbacks make what they made again. */
export const makersOf = ({ root, undone, direction }: RollbackJob): readonly number[] =>
  direction === 'undo' ? [...new Set([root, undone])] : [root];

/**
 * The rollback that the making of something is undone by, once this one is done; null where it
 * counts.
 */
export const undoingMaker = (
  { root, direction, run, rollbacks }: RollbackJob,
  maker: number
): number | null => {
  if (maker === root) return direction === 'undo' ? run : null;
  return rollbacks.undoing(maker)?.number ?? null;
};

/** The job in each of the locales that some rows are of, with these: a document is one in each of them. */
export const jobsByLocale = <Row extends { readonly targetLocale: string | null }>(
  job: RollbackJob,
  rows: readonly Row[]
): readonly (readonly [RollbackJob, readonly Row[]])[] =>
  byLocale(job.target, rows, ({ targetLocale }) => targetLocale).map(([target, own]) => [
    { ...job, target },
    own,
  ]);

const report = (job: RollbackJob, path: string, message: string): void => {
  job.options.onIssue({ path, ...issueOf('EDITED_SINCE', { message }) });
};

/** Says which document was left, and what of it. */
export const reportLeft = (job: RollbackJob, path: string, attributes: readonly string[]): void =>
  report(
    job,
    path,
    `The document was changed after run ${job.undone} and was left as it is (${attributes.join(', ')}).`
  );

/** Says which document stays for the sake of other runs. */
export const reportHeld = (job: RollbackJob, path: string, by: readonly number[]): void =>
  report(
    job,
    path,
    `The document stays, since it was changed by run ${by.join(', ')} as well. It goes when that is undone, too.`
  );

/** Says which document is not what the ledger takes it for. */
export const reportForeign = (job: RollbackJob, path: string): void =>
  report(
    job,
    path,
    `The document was not made by run ${job.root}, though the ledger says so, and was left as it is. Look at it yourself.`
  );

/**
 * Does a page of work in one transaction, fenced by the run's lock. What the work has to say is told
 * once, when the transaction is committed: it may have to be done again.
 */
export const doPage = async (
  job: RollbackJob,
  work: (job: RollbackJob, trx: Transaction) => Promise<Page>
): Promise<Page> => {
  let start = 0;
  const { result, said } = await retry(
    async () => {
      const said: ReportIssue[] = [];
      const onIssue = (issue: ReportIssue) => void said.push(issue);
      await letOthersGo(job.strapi);
      start = performance.now();
      const result = await transact(job.strapi.db, async (trx) => {
        await job.runs.beat(job.run);
        const page = await work({ ...job, options: { ...job.options, onIssue } }, trx);
        if (page !== null) await job.runs.count(job.run, page.counts);
        return page;
      });
      return { result, said };
    },
    () => job.orders.clear()
  );
  for (const issue of said) job.options.onIssue(issue);
  await job.leaveRoom(performance.now() - start, await job.othersWrite());
  return result;
};
