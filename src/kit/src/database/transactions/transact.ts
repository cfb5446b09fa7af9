import type { Connection, Database, Transaction } from '../connections/connection';
import { retry } from './retry';

/**
 * Does work in one transaction: the caller's, or one of its own that is committed by the time the
 * answer comes.
 *
 * @throws what COMMIT throws, too, as on a full disk
 */
export const transact = async <Result>(
  db: Database,
  work: (trx: Transaction) => Promise<Result>
): Promise<Result> => db.transaction(async ({ trx }) => work(trx));

/**
 * The same, retried where the database undid a transaction of its own in favour of another.
 *
 * @param work notes nothing in memory that would be wrong if it came to nothing
 */
export const retryTransaction = async <Result>(
  db: Database,
  work: (trx: Transaction) => Promise<Result>
): Promise<Result> => (db.inTransaction() ? transact(db, work) : retry(() => transact(db, work)));

/**
 * Reads in the caller's transaction if there is one, which on SQLite has the one connection; else
 * on the database's own connection: reading begins no transaction, and waits for no writer.
 */
export const readWith = async <Result>(
  db: Database,
  read: (connection: Connection) => Promise<Result>
): Promise<Result> => (db.inTransaction() ? transact(db, read) : read(db.connection));
