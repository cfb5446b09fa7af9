import type { ErrorCodes } from '../engine';
import { READ_TIMEOUT, READS_WAITING } from '../../connections/read-errors';

/** By SQLite's own names (https://www.sqlite.org/rescode.html). */
export const errors: ErrorCodes = {
  // Another connection has written since this transaction first read.
  retriable: ['SQLITE_BUSY_SNAPSHOT'],
  referenceGone: ['SQLITE_CONSTRAINT_FOREIGNKEY'],
  // A value of another type, too big, or a pattern too complex.
  badValue: /^SQLITE_(?:MISMATCH|RANGE|TOOBIG)$/u,
  // It cannot be ended itself; the process that reads for it can.
  timeout: [READ_TIMEOUT, READS_WAITING],
  diskFull: ['SQLITE_FULL'],
  gone: ['SQLITE_CANTOPEN', 'SQLITE_IOERR_WRITE', 'SQLITE_READONLY_DBMOVED'],
  refused: ['SQLITE_CANTOPEN', 'SQLITE_NOTADB', 'SQLITE_READONLY'],
  goneWords: [],
};

/** The file, or its log, is another connection's for the moment; nothing was undone. */
export const LOCKED = new Set(['SQLITE_BUSY', 'SQLITE_BUSY_RECOVERY', 'SQLITE_BUSY_TIMEOUT']);
