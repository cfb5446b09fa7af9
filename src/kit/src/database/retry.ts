import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';

import { isRetriable } from './errors';

/** Within one process losers go in single file; the attempts are for other processes' writers. */
const ATTEMPTS = 12;

/** In milliseconds. */
const LONGEST_PAUSE = 1000;

export interface RetryOptions {
  /** Whether an error may be met by trying again; `isRetriable` when left out. */
  readonly retriable?: (error: unknown, attempt: number) => boolean;
  /** Lets go of what a failed attempt has noted in memory. */
  readonly forget?: () => void;
}

const inLane = new AsyncLocalStorage<true>();
let lane: Promise<unknown> = Promise.resolve();

const again = async <Result>(
  work: () => Promise<Result>,
  { retriable = isRetriable, forget }: RetryOptions
): Promise<Result> => {
  for (let attempt = 2; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      forget?.();
      if (attempt === ATTEMPTS || !retriable(error, attempt)) throw error;
      await pause(Math.random() * Math.min(LONGEST_PAUSE, 5 * 2 ** attempt));
    }
  }
};

/**
 * Does work again that a database gave up for the sake of another's. Many writers of one row would
 * go on giving way to each other: whoever has lost once goes on alone, one after the other, and
 * those who come later wait for them.
 *
 * @param work opens its own transaction: nobody may wait here with one open
 * @throws what the last attempt threw
 */
export const retry = async <Result>(
  work: () => Promise<Result>,
  options: RetryOptions = {}
): Promise<Result> => {
  const { retriable = isRetriable, forget } = options;
  if (inLane.getStore()) return work();
  await lane;
  try {
    return await work();
  } catch (error) {
    forget?.();
    if (!retriable(error, 1)) throw error;
  }
  const turn = lane.then(() => inLane.run(true, () => again(work, options)));
  lane = turn.catch(() => undefined);
  return turn;
};
