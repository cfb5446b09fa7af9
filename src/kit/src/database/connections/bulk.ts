import { AsyncLocalStorage } from 'node:async_hooks';

const bulk = new AsyncLocalStorage<true>();

/**
 * Does what writes thousands of rows, a few hundred by one statement at most. On SQLite a transaction
 * that it opens keeps in memory what a statement that fails has to undo: where triggers fire that is
 * written down for every statement, and on disk it would take longer than the rows themselves.
 */
export const inBulk = <Result>(write: () => Promise<Result>): Promise<Result> =>
  bulk.run(true, write);

/** Whether the caller is within `inBulk`. */
export const isInBulk = (): boolean => bulk.getStore() === true;
