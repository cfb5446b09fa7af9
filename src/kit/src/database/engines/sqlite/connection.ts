import type { Connection } from './database';

/** What is used here of a better-sqlite3 connection. */
export interface SqliteConnection {
  prepare(sql: string): SqliteStatement;
}

export interface SqliteStatement {
  run(values: readonly unknown[]): { readonly changes: number };
  all(values: readonly unknown[]): unknown[];
}

/** What is used of Knex's client, that of a transaction or of the whole database. */
export interface SqliteClient {
  acquireConnection(): Promise<SqliteConnection>;
  /** Within a transaction it does nothing: the connection is the transaction's until its end. */
  releaseConnection(connection: SqliteConnection): Promise<void>;
  emit(event: 'query', statement: object): boolean;
}

export const clientOf = (connection: Connection) => connection.client as SqliteClient;

/** The connection of a transaction on SQLite. */
export const sqliteOf = (trx: Connection): Promise<SqliteConnection> =>
  clientOf(trx).acquireConnection();
