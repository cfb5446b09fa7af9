import type { Database, Transaction } from '../../connection';
import type { TableRows } from '../../rows';
import { connectionOf } from './connection';
import { prepare } from './prepare';
import { toSqlite } from './to-sqlite';

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
  const connection = await connectionOf(trx);
  const quoted = columns.map((column) => `"${column}"`).join(', ');
  const marks = columns.map(() => '?').join(', ');
  const statement = prepare(connection, `insert into "${table}" (${quoted}) values (${marks})`);
  return rows.map((row) => Number(statement.run(row).lastInsertRowid));
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
