import { clientOf } from '../../connections/knex-client';
import type { Connection } from '../../connections/connection';

/** A statement that better-sqlite3 has prepared. */
export interface SqliteStatement {
  run(values?: readonly unknown[]): {
    readonly changes: number;
    readonly lastInsertRowid: number | bigint;
  };
  all(values: readonly unknown[]): unknown[];
}

/** What is used here of a better-sqlite3 connection. */
export interface SqliteConnection {
  pragma(statement: string): unknown;
  prepare(sql: string): SqliteStatement;
}

/** The connection of a transaction. */
export const connectionOf = (trx: Connection): Promise<SqliteConnection> =>
  clientOf<SqliteConnection>(trx).acquireConnection();
