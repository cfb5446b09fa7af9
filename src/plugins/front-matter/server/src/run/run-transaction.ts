import type { Core } from '@strapi/strapi';
import {
  inBulk,
  type PauseForWriters,
  type OthersWrite,
  transact,
  type Transaction,
} from 'strapi-plugin-kit/database';

import type { Runs } from '../ledger/runs';
import type { Announcements } from './announcing/announcements';
import { retryTransient } from './retry-transient';
import { yieldToRequests } from './yield-to-requests';

/** What a transaction of a run needs. */
export interface RunAccess {
  readonly strapi: Core.Strapi;
  readonly runs: Runs;
  /** The run's number. */
  readonly run: number;
  readonly announcements: Announcements;
}

/** What a pause between two transactions needs. */
export interface Pausing {
  readonly othersWrite: OthersWrite;
  readonly pauseForWriters: PauseForWriters;
}

type Work<Result> = (trx: Transaction) => Promise<Result>;

/**
 * The heartbeat comes first: a run that has lost its lock writes nothing. What was written is told once
 * it is committed.
 */
const transactWithLock = async <Result>(
  { strapi, runs, run, announcements }: RunAccess,
  work: Work<Result>
): Promise<Result> => {
  announcements.forget();
  const result = await inBulk(() =>
    transact(strapi.db, async (trx) => {
      await runs.heartbeat(run);
      return work(trx);
    })
  );
  await announcements.announce();
  return result;
};

/**
 * Does work of a run in one transaction, which is rolled back when the run has lost its lock.
 *
 * @throws LostLockError
 */
export const runTransaction = async <Result>(
  access: RunAccess,
  work: Work<Result>
): Promise<Result> => {
  await yieldToRequests(access.strapi);
  return transactWithLock(access, work);
};

/**
 * Does the same, again after a transient error, and pauses afterwards where others write.
 *
 * @param forget clears what a transaction that failed has left in memory
 */
export const runTransactionAndPause = async <Result>(
  access: RunAccess,
  { othersWrite, pauseForWriters }: Pausing,
  work: Work<Result>,
  forget?: () => void
): Promise<Result> => {
  let start = 0;
  const result = await retryTransient(async () => {
    await yieldToRequests(access.strapi);
    start = performance.now();
    return transactWithLock(access, work);
  }, forget);
  await pauseForWriters(performance.now() - start, await othersWrite());
  return result;
};
