import { AsyncLocalStorage } from 'node:async_hooks';

const RETRIABLE = new Set([
  'ER_LOCK_DEADLOCK', // MySQL and MariaDB: two writers in each other's gaps
  'ER_CHECKREAD', // MariaDB with snapshot isolation: the row has changed since it was read
  'SQLITE_BUSY_SNAPSHOT', // SQLite: another process has written since this transaction first read
  '40P01', // PostgreSQL: deadlock
  '40001', // PostgreSQL: serialization failure
]);

/** Whether an error says that the transaction was undone and may simply be tried again. */
export function isRetriable(error: unknown): boolean {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string' && RETRIABLE.has(at.code)) return true;
  }
  return false;
}

/** Within one process losers go in single file; the attempts are for other processes' writers. */
const ATTEMPTS = 12;
const LONGEST_PAUSE = 1000;

const inLane = new AsyncLocalStorage<true>();
let lane: Promise<unknown> = Promise.resolve();

/**
 * Does work again that a database gave up for the sake of another's. Many writers of one slug
 * would go on giving way to each other: whoever has lost once goes on alone, one after the other,
 * and those who come later wait for them.
 *
 * @param work opens its own transaction: nobody may wait here with one open.
 */
export async function patiently<Result>(work: () => Promise<Result>): Promise<Result> {
  if (inLane.getStore()) return work();
  await lane;
  try {
    return await work();
  } catch (error) {
    if (!isRetriable(error)) throw error;
  }
  const turn = lane.then(() => inLane.run(true, () => again(work)));
  lane = turn.catch(() => undefined);
  return turn;
}

async function again<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === ATTEMPTS || !isRetriable(error)) throw error;
      const pause = Math.random() * Math.min(LONGEST_PAUSE, 10 * 2 ** attempt);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}
