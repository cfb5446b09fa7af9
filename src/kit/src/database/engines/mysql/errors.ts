import { READS_WAITING } from '../../connections/read-errors';
import type { ErrorCodes } from '../engine';

/** By the names that mysql2 gives MariaDB's and MySQL's errors, or by their numbers. */
export const errors: ErrorCodes = {
  retriable: [
    'ER_LOCK_DEADLOCK',
    'ER_LOCK_WAIT_TIMEOUT',
    'ER_CHECKREAD', // MariaDB with snapshot isolation: the row has changed since it was read
  ],
  referenceGone: ['ER_NO_REFERENCED_ROW_2'],
  badValue: new RegExp(
    `^(?:${[
      'ER_TRUNCATED_WRONG_VALUE',
      'ER_TRUNCATED_WRONG_VALUE_FOR_FIELD',
      'ER_WRONG_VALUE',
      'ER_WRONG_VALUE_FOR_TYPE',
      'ER_WARN_DATA_OUT_OF_RANGE',
      'ER_DATA_OUT_OF_RANGE',
      'ER_DATA_TOO_LONG',
      'ER_CANT_AGGREGATE_2COLLATIONS',
      'ER_CANNOT_CONVERT_STRING',
      'ER_INVALID_CHARACTER_STRING',
      'ER_ILLEGAL_VALUE_FOR_TYPE',
      'ER_INVALID_JSON_TEXT',
      'ER_INVALID_JSON_TEXT_IN_PARAM',
    ].join('|')})$`,
    'u'
  ),
  timeout: [
    1969, // MariaDB
    3024, // MySQL
    READS_WAITING,
  ],
  diskFull: ['ER_DISK_FULL', 'ER_RECORD_FILE_FULL'],
  gone: [
    'PROTOCOL_CONNECTION_LOST',
    'ER_SERVER_SHUTDOWN',
    'ER_CONNECTION_KILLED',
    'ER_BAD_DB_ERROR',
  ],
  refused: ['ER_ACCESS_DENIED_ERROR', 'ER_DBACCESS_DENIED_ERROR', 'ER_BAD_DB_ERROR'],
  goneWords: [/^Can't add new command when connection is in closed state/u],
};
