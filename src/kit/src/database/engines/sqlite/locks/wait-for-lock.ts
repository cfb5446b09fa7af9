import { setTimeout as pause } from 'node:timers/promises';

import { hasCode } from '../../../has-code';
import { LOCKED } from '../errors';

/** From one try to the next; in milliseconds. */
const INTERVAL = 3;

/** A lock that is not free for so long is not waited for any more; in milliseconds. */
const LONGEST = 60_000;

/** SQLite's file was another's for longer than anybody waits. */
class DatabaseLockedError extends Error {
  constructor(cause: unknown) {
    super(
      `Another process has kept SQLite's file locked for ${LONGEST / 1000} seconds. See what else has it open, and try again.`,
      { cause: cause instanceof Error ? new Error(cause.message) : cause }
    );
    this.name = 'DatabaseLockedError';
  }
}

/**
 * Does work again, every few milliseconds, for as long as SQLite's file is another connection's.
 * The driver would wait inside the call, and nothing else of the process would be done meanwhile.
 *
 * @param work holds no connection between two tries, unless a transaction is open on it
 * @throws DatabaseLockedError after a minute
 */
export const waitForLock = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  const end = performance.now() + LONGEST;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!hasCode(error, LOCKED)) throw error;
      if (performance.now() > end) throw new DatabaseLockedError(error);
    }
    await pause(INTERVAL);
  }
};
