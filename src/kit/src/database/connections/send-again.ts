import { setTimeout as pause } from 'node:timers/promises';

const ATTEMPTS = 5;

/** In milliseconds; doubled each time. */
const FIRST_PAUSE = 5;

/**
 * Sends a statement outside any transaction again that the database undid in favour of another: it is a
 * transaction of its own.
 *
 * @param isUndone whether an error says so
 */
export const sendAgain = async <Result>(
  send: (attempt: number) => Promise<Result>,
  isUndone: (error: unknown) => boolean
): Promise<Result> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await send(attempt);
    } catch (error) {
      if (attempt === ATTEMPTS || !isUndone(error)) throw error;
    }
    await pause(FIRST_PAUSE * 2 ** attempt);
  }
};
