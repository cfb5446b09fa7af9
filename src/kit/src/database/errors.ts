/** What databases answer when two transactions got in each other's way, and one had to go. */
const RETRIABLE = new Set([
  'ER_LOCK_DEADLOCK', // MySQL and MariaDB
  'ER_LOCK_WAIT_TIMEOUT',
  'ER_CHECKREAD', // MariaDB with snapshot isolation: the row has changed since it was read
  '40P01', // PostgreSQL: deadlock
  '40001', // PostgreSQL: serialization failure
  'SQLITE_BUSY_SNAPSHOT', // another connection has written since this transaction first read
]);

/** What databases answer when a row that another refers to is gone. */
const REFERENCE_GONE = new Set([
  'ER_NO_REFERENCED_ROW_2',
  '23503', // PostgreSQL
  'SQLITE_CONSTRAINT_FOREIGNKEY',
]);

/** SQLite's file, or its log, is another connection's for the moment. */
const LOCKED = new Set(['SQLITE_BUSY', 'SQLITE_BUSY_RECOVERY', 'SQLITE_BUSY_TIMEOUT']);

const hasCode = (error: unknown, codes: ReadonlySet<string>): boolean => {
  // A driver's errors may be of another realm, whose `Error` is not this one.
  let at = error as { readonly code?: unknown; readonly cause?: unknown } | null | undefined;
  for (; typeof at === 'object' && at !== null; at = at.cause as typeof at) {
    if (typeof at.code === 'string' && codes.has(at.code)) return true;
  }
  return false;
};

/** Whether an error says that SQLite's file is another's for the moment; nothing was undone. */
export const isLocked = (error: unknown): boolean => hasCode(error, LOCKED);

/** Whether an error says that the transaction was undone and may simply be tried again. */
export const isRetriable = (error: unknown): boolean => hasCode(error, RETRIABLE);

/** Whether an error says that what was referred to has been deleted since it was looked up. */
export const isReferenceGone = (error: unknown): boolean => hasCode(error, REFERENCE_GONE);
