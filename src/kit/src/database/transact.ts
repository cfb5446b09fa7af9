import type { Connection, Database, Transaction } from './connection';
import { retry } from './retry';

export interface TransactOptions {
  /**
   * Whether a transaction of its own is tried again when the database gave it up for another's sake:
   * what the work notes in memory has to bear that. One that is the caller's never is.
   */
  readonly retried?: boolean;
}

/**
 * Does work in one transaction: the caller's, or one of its own that is committed by the time the
 * answer comes.
 *
 * @throws what COMMIT throws, too, as on a full disk
 */
export const transact = async <Result>(
  db: Database,
  work: (trx: Transaction) => Promise<Result>,
  { retried = false }: TransactOptions = {}
): Promise<Result> => {
  const once = async (): Promise<Result> => db.transaction(async ({ trx }) => work(trx));
  return retried && !db.inTransaction() ? retry(once) : once();
};

/**
 * Reads in the caller's transaction if there is one, which on SQLite has the one connection; else
 * on the database's own: whoever only reads does not begin one, and waits for no writer.
 */
export const readWith = async <Result>(
  db: Database,
  read: (connection: Connection) => Promise<Result>
): Promise<Result> => (db.inTransaction() ? transact(db, read) : read(db.connection));
