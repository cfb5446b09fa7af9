import { BadRequest, TooSlow } from './errors';

/** What drivers say of an error, beside its message, which holds values. */
interface DriverError {
  readonly code?: unknown;
  readonly errno?: unknown;
  readonly name?: unknown;
}

/**
 * "The value is not one" and the like, by SQLSTATE of PostgreSQL
 * (https://www.postgresql.org/docs/current/errcodes-appendix.html): class 22 is data exceptions; an
 * operator or a function that the attribute's type does not have; a statement too complex.
 */
const POSTGRES = /^(22...|42883|42804|42846|42725|54...)$/u;

/** The same by the names that mysql2 gives MariaDB's and MySQL's errors. */
const MYSQL = new Set([
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
]);

/** The same by SQLite's names: a value of another type, too big, or a pattern too complex. */
const SQLITE = new Set(['SQLITE_MISMATCH', 'SQLITE_RANGE', 'SQLITE_TOOBIG']);

/** Of Strapi's own conversion of values, which throws what it answers with 500. */
const CONVERSION = new Set([
  'InvalidDateFormat',
  'InvalidDatetimeFormat',
  'InvalidTimeFormat',
  'InvalidRelationFormat',
]);

/** PostgreSQL's statement_timeout by SQLSTATE; MariaDB's and MySQL's limits by number. */
const TIMEOUT = new Set<unknown>(['57014', 1969, 3024]);

const NOT_A_VALUE =
  'A value cannot be compared with or stored in its attribute. Check what kind of value it takes.';

/** What a visitor hears of a database's error instead of SQL; null where it is the server's own. */
export const answerTo = (error: unknown): BadRequest | TooSlow | null => {
  const { code, errno, name } = (error ?? {}) as DriverError;
  if (typeof name === 'string' && CONVERSION.has(name)) {
    return new BadRequest(
      'A date or a time is none. Write 2022-02-17, 08:35:15 or both in ISO 8601.'
    );
  }
  if (TIMEOUT.has(code) || TIMEOUT.has(errno)) {
    return new TooSlow(
      'This took the database too long. Ask for less, or filter by fewer conditions.'
    );
  }
  if (typeof code !== 'string') return null;
  const theirs = POSTGRES.test(code) || MYSQL.has(code) || SQLITE.has(code);
  return theirs ? new BadRequest(NOT_A_VALUE) : null;
};
