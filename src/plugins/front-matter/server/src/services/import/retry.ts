/** What databases answer when two transactions got in each other's way, and one had to go. */
const TRANSIENT = new Set([
  'ER_LOCK_DEADLOCK',
  'ER_LOCK_WAIT_TIMEOUT',
  '40P01',
  '40001',
  'SQLITE_BUSY',
  'SQLITE_BUSY_SNAPSHOT',
]);

const isTransient = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  typeof error.code === 'string' &&
  TRANSIENT.has(error.code);

const ATTEMPTS = 5;

/** In milliseconds; doubled each time. */
const FIRST_PAUSE = 50;

/** Does work that is undone as a whole when it fails, again where only the moment was bad. */
export const retry = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === ATTEMPTS || !isTransient(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, FIRST_PAUSE * 2 ** attempt));
    }
  }
};
