/** What databases answer when two transactions got in each other's way, and one had to go. */
const TRANSIENT = new Set([
  'ER_LOCK_DEADLOCK',
  'ER_LOCK_WAIT_TIMEOUT',
  // MariaDB: a row has changed since this transaction first read it.
  'ER_CHECKREAD',
  '40P01',
  '40001',
  'SQLITE_BUSY',
  'SQLITE_BUSY_SNAPSHOT',
  // A category that was found is gone: an editor has deleted it since. Planned again, it is made.
  'ER_NO_REFERENCED_ROW_2',
  '23503',
  'SQLITE_CONSTRAINT_FOREIGNKEY',
]);

const isTransient = (error: unknown): boolean => {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string' && TRANSIENT.has(at.code)) return true;
  }
  return false;
};

const ATTEMPTS = 5;

/** In milliseconds; doubled each time. */
const FIRST_PAUSE = 50;

/**
 * Does work that is undone as a whole when it fails, again where only the moment was bad.
 *
 * @param forget lets go of what the work has noted in memory, since it did not come to be
 */
export const retry = async <Result>(
  work: () => Promise<Result>,
  forget: () => void = () => undefined
): Promise<Result> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      forget();
      if (attempt === ATTEMPTS || !isTransient(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, FIRST_PAUSE * 2 ** attempt));
    }
  }
};
