import type { Core } from '@strapi/strapi';

import type { Transaction } from './transaction';

/** What a column takes, in the form that every driver understands. */
export type ColumnValue = string | number | boolean | Date | null;

export type TableRow = Readonly<Record<string, ColumnValue>>;

/** What is used here of a better-sqlite3 connection. */
interface SqliteConnection {
  prepare(sql: string): { run(values: readonly unknown[]): unknown };
}

/** Rows in one statement: far below what any server takes. */
const CHUNK = 500;

const toSqlite = (value: ColumnValue | undefined): string | number | null => {
  if (value instanceof Date) return value.getTime();
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value ?? null;
};

/**
 * SQLite is in this process: a statement is prepared once and run for every row. One long
 * statement for all of them takes longer to build and to parse than its rows take to write.
 */
const insertPrepared = async (
  trx: Transaction,
  table: string,
  columns: readonly string[],
  rows: readonly TableRow[]
): Promise<void> => {
  const client = trx.client as { acquireConnection(): Promise<SqliteConnection> };
  const connection = await client.acquireConnection();
  const quoted = columns.map((column) => `"${column}"`).join(', ');
  const marks = columns.map(() => '?').join(', ');
  const statement = connection.prepare(`insert into "${table}" (${quoted}) values (${marks})`);
  for (const row of rows) statement.run(columns.map((column) => toSqlite(row[column])));
};

/** Inserts rows that all have the same columns, in the transaction given. */
export const insertRows = async (
  strapi: Core.Strapi,
  trx: Transaction,
  table: string,
  rows: readonly TableRow[]
): Promise<void> => {
  const [first] = rows;
  if (first === undefined) return;
  if (strapi.db.dialect.client === 'sqlite') {
    await insertPrepared(trx, table, Object.keys(first), rows);
    return;
  }
  for (let start = 0; start < rows.length; start += CHUNK) {
    await strapi.db
      .getConnection(table)
      .transacting(trx)
      .insert(rows.slice(start, start + CHUNK));
  }
};
