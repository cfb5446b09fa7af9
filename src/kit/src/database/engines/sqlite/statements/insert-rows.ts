import type { Database, Transaction } from '../../../connections/connection';
import type { ColumnValue, TableRows } from '../../../rows/row-types';
import { connectionOf } from '../connection';
import { prepare } from './prepare';
import { toSqlite } from './to-sqlite';

/**
 * How many rows one statement inserts, as long as there are so many left. Each statement of a table
 * that has triggers first notes how to undo it, page by page: for many rows that is done once.
 */
const SIZES = [64, 8, 1];

/** The values of some rows, one after the other. */
const valuesOf = (rows: TableRows['rows'], start: number, count: number): ColumnValue[] => {
  const values: ColumnValue[] = [];
  for (let index = start; index < start + count; index += 1) {
    for (const value of rows[index] ?? []) values.push(value);
  }
  return values;
};

/**
 * SQLite is in this process: statements are prepared once for a few numbers of rows. One long
 * statement for all of them takes longer to build and to parse than its rows take to write.
 *
 * @param columns without the id, which the table gives: one after the other within a statement
 * @param rows values that `toSqlite` has been asked for
 * @returns the ids of the rows, in their order
 */
export const insertPrepared = async (
  trx: Transaction,
  table: string,
  { columns, rows }: TableRows
): Promise<number[]> => {
  const connection = await connectionOf(trx);
  const quoted = columns.map((column) => `"${column}"`).join(', ');
  const marks = `(${columns.map(() => '?').join(', ')})`;
  const ids: number[] = [];
  let start = 0;
  for (const size of columns.includes('id') ? [1] : SIZES) {
    if (rows.length - start < size) continue;
    const values = Array<string>(size).fill(marks).join(', ');
    const statement = prepare(connection, `insert into "${table}" (${quoted}) values ${values}`);
    for (; rows.length - start >= size; start += size) {
      const { lastInsertRowid } = statement.run(valuesOf(rows, start, size));
      const first = Number(lastInsertRowid) - size + 1;
      for (let index = 0; index < size; index += 1) ids.push(first + index);
    }
  }
  return ids;
};

/** Inserts rows in the transaction given. */
export const insertRows = async (
  _db: Database,
  trx: Transaction,
  table: string,
  { columns, rows }: TableRows
): Promise<void> => {
  if (rows.length === 0) return;
  await insertPrepared(trx, table, { columns, rows: rows.map((row) => row.map(toSqlite)) });
};
