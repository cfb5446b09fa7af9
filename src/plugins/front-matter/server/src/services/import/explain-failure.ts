/** What databases answer when their disk has no room left. */
const FULL = new Set(['SQLITE_FULL', 'ENOSPC', '53100', 'ER_DISK_FULL', 'ER_RECORD_FILE_FULL']);

/** What drivers answer when the database is not there any more, or never was. */
const GONE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'PROTOCOL_CONNECTION_LOST',
  'ER_SERVER_SHUTDOWN',
  'ER_CONNECTION_KILLED',
  'ER_BAD_DB_ERROR',
  '57P01',
  '57P02',
  '57P03',
  '3D000',
  '55000',
  'SQLITE_CANTOPEN',
  'SQLITE_IOERR_WRITE',
  'SQLITE_READONLY_DBMOVED',
]);

/** The node-postgres driver and the pool have words only. */
const GONE_WORDS =
  /^(?:Connection terminated|Connection ended|Client has encountered a connection error|Can't add new command when connection is in closed state|Knex: Timeout acquiring a connection)/;

/** The database has failed, for a reason outside of the import. What came before is kept. */
export class DatabaseFailure extends Error {
  constructor(what: string, cause: unknown) {
    super(
      `${what} The batch in hand was undone and what came before it is kept: run the same command again, and it goes on from there.`,
      { cause }
    );
    this.name = 'DatabaseFailure';
  }
}

/** Knex puts the statement, and with some drivers its values, before what the driver says. */
const saidByDriver = ({ message }: Error): string => message.split(' - ').at(-1) ?? '';

const codeOf = (error: Error): string =>
  'code' in error && typeof error.code === 'string' ? error.code : '';

/** Says in words what a database's failure comes to; any other error is handed back. */
export const explainFailure = (error: unknown): unknown => {
  if (error instanceof DatabaseFailure) return error;
  for (let at = error; at instanceof Error; at = at.cause) {
    if (FULL.has(codeOf(at))) {
      return new DatabaseFailure("The database's disk is full. Free some space.", error);
    }
    if (GONE.has(codeOf(at)) || GONE_WORDS.test(saidByDriver(at))) {
      const code = codeOf(at);
      const why = code === '' ? saidByDriver(at) : code;
      return new DatabaseFailure(`The database has gone away (${why}). See that it is up.`, error);
    }
  }
  return error;
};
