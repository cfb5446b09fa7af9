import type { Core } from '@strapi/strapi';

import { sliceBySize } from './slice-by-size';
import type { Transaction } from './transaction';

/** What a column takes, in the form that every driver understands. */
export type ColumnValue = string | number | boolean | Date | null;

export type TableRow = Readonly<Record<string, ColumnValue>>;

/** What is used here of a better-sqlite3 connection. */
interface SqliteConnection {
  prepare(sql: string): {
    run(values: readonly unknown[]): { readonly lastInsertRowid: number | bigint };
  };
}

/** Rows in one statement: far below what any server takes. */
const CHUNK = 500;

const toSqlite = (value: ColumnValue | undefined): string | number | null => {
  if (value instanceof Date) return value.getTime();
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value ?? null;
};

const namesIn = (rows: readonly TableRow[]): string[] => {
  const names = new Set<string>();
  for (const row of rows) for (const name in row) names.add(name);
  return [...names];
};

/**
 * SQLite is in this process: a statement is prepared once and run for every row. One long
 * statement for all of them takes longer to build and to parse than its rows take to write.
 *
 * @param columnOf the column that a name in a row stands for
 * @returns the ids of the rows, in their order
 */
export const insertPrepared = async (
  trx: Transaction,
  table: string,
  rows: readonly TableRow[],
  columnOf = (name: string): string => name
): Promise<number[]> => {
  const client = trx.client as { acquireConnection(): Promise<SqliteConnection> };
  const connection = await client.acquireConnection();
  const names = namesIn(rows);
  const quoted = names.map((name) => `"${columnOf(name)}"`).join(', ');
  const marks = names.map(() => '?').join(', ');
  const statement = connection.prepare(`insert into "${table}" (${quoted}) values (${marks})`);
  return rows.map((row) =>
    Number(statement.run(names.map((name) => toSqlite(row[name]))).lastInsertRowid)
  );
};

/** Inserts rows that all have the same columns, in the transaction given. */
export const insertRows = async (
  strapi: Core.Strapi,
  trx: Transaction,
  table: string,
  rows: readonly TableRow[]
): Promise<void> => {
  if (rows.length === 0) return;
  if (strapi.db.dialect.client === 'sqlite') {
    await insertPrepared(trx, table, rows);
    return;
  }
  for (let start = 0; start < rows.length; start += CHUNK) {
    for (const slice of sliceBySize(rows.slice(start, start + CHUNK))) {
      await strapi.db.getConnection(table).transacting(trx).insert(slice);
    }
  }
};
