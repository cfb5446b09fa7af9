import type { Core } from '@strapi/strapi';

import { sliceBySize } from './slice-by-size';
import type { Transaction } from './transaction';

/** What a column takes, in the form that every driver understands. */
export type ColumnValue = string | number | boolean | Date | null;

/** Rows of one table: the columns that are written, and each row's values in their order. */
export interface TableRows {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly ColumnValue[])[];
}

interface SqliteStatement {
  run(values: readonly unknown[]): { readonly lastInsertRowid: number | bigint };
}

/** What is used here of a better-sqlite3 connection. */
interface SqliteConnection {
  prepare(sql: string): SqliteStatement;
}

/** Rows in one statement: far below what any server takes. */
const CHUNK = 500;

/** A value as SQLite keeps it. */
export const toSqlite = (value: ColumnValue): string | number | null => {
  if (value instanceof Date) return value.getTime();
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value;
};

const prepared = new WeakMap<SqliteConnection, Map<string, SqliteStatement>>();

/** Hooks may add columns to rows, and with them statements: that many are kept of each connection. */
const MOST = 100;

/** An import sends the same few statements over and over. */
const prepare = (connection: SqliteConnection, sql: string): SqliteStatement => {
  const known = prepared.get(connection) ?? new Map<string, SqliteStatement>();
  const statement = known.get(sql) ?? connection.prepare(sql);
  if (known.size >= MOST) known.clear();
  prepared.set(connection, known.set(sql, statement));
  return statement;
};

/**
 * SQLite is in this process: a statement is prepared once and run for every row. One long
 * statement for all of them takes longer to build and to parse than its rows take to write.
 *
 * @param rows values that `toSqlite` has been asked for
 * @returns the ids of the rows, in their order
 */
export const insertPrepared = async (
  trx: Transaction,
  table: string,
  { columns, rows }: TableRows
): Promise<number[]> => {
  const client = trx.client as { acquireConnection(): Promise<SqliteConnection> };
  const connection = await client.acquireConnection();
  const quoted = columns.map((column) => `"${column}"`).join(', ');
  const marks = columns.map(() => '?').join(', ');
  const statement = prepare(connection, `insert into "${table}" (${quoted}) values (${marks})`);
  return rows.map((row) => Number(statement.run(row).lastInsertRowid));
};

/** Inserts rows in the transaction given. */
export const insertRows = async (
  strapi: Core.Strapi,
  trx: Transaction,
  table: string,
  { columns, rows }: TableRows
): Promise<void> => {
  if (rows.length === 0) return;
  if (strapi.db.dialect.client === 'sqlite') {
    await insertPrepared(trx, table, { columns, rows: rows.map((row) => row.map(toSqlite)) });
    return;
  }
  for (let start = 0; start < rows.length; start += CHUNK) {
    const chunk = rows
      .slice(start, start + CHUNK)
      .map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index]])));
    for (const slice of sliceBySize(chunk)) {
      await strapi.db.getConnection(table).transacting(trx).insert(slice);
    }
  }
};
