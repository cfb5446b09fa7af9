import type { InsertOrIgnore } from '../../engine';
import { connectionOf } from '../connection';
import { prepare } from './prepare';
import { toSqlite } from './to-sqlite';

/**
 * SQLite is in this process: a statement prepared once and run for each row costs a third of one
 * long statement, which has to be put together and parsed for every batch.
 */
export const insertOrIgnore = (unique: string): InsertOrIgnore => {
  let written: { readonly sql: string; readonly columns: readonly string[] } | undefined;
  return async (trx, table, rows) => {
    const [first] = rows;
    if (first === undefined) return 0;
    const connection = await connectionOf(trx);
    if (written === undefined) {
      // A row that holds its own columns' names: its bindings tell their order.
      const names = Object.fromEntries(Object.keys(first).map((column) => [column, column]));
      const { sql, bindings } = table.insert(names).onConflict(unique).ignore().toSQL();
      written = { sql, columns: bindings.map(String) };
    }
    const { sql, columns } = written;
    const statement = prepare(connection, sql);
    let inserted = 0;
    for (const row of rows) {
      inserted += statement.run(columns.map((column) => toSqlite(row[column] ?? null))).changes;
    }
    return inserted;
  };
};
