import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';

import { isRetriable } from '../errors/classify-error';

/** Within one process retries queue up; the attempts are for other processes' writers. */
const ATTEMPTS = 12;

/** In milliseconds. */
const LONGEST_PAUSE = 1000;

export interface RetryOptions {
  /** Whether an error may be met by trying again; `isRetriable` when left out. */
  readonly retriable?: (error: unknown, attempt: number) => boolean;
  /** Drops what a failed attempt has noted in memory. */
  readonly forget?: () => void;
}

const retrying = new AsyncLocalStorage<true>();
let lastRetry: Promise<unknown> = Promise.resolve();

const retryAlone = async <Result>(
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
 * Retries work whose transaction the database undid in favour of another. Many writers of one row
 * would go on undoing each other: retries run one after the other, and new work waits for them.
 *
 * @param work opens its own transaction; the caller has none open
 * @throws what the last attempt threw
 */
export const retry = async <Result>(
  work: () => Promise<Result>,
  options: RetryOptions = {}
): Promise<Result> => {
  const { retriable = isRetriable, forget } = options;
  if (retrying.getStore()) return work();
  await lastRetry;
  try {
    return await work();
  } catch (error) {
    forget?.();
    if (!retriable(error, 1)) throw error;
  }
  const retried = lastRetry.then(() => retrying.run(true, () => retryAlone(work, options)));
  lastRetry = retried.catch(() => undefined);
  return retried;
};
