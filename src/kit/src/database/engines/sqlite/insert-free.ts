import type { Connection, Database, TableQuery } from './database';
import { type SqliteConnection, sqliteOf, type SqliteStatement } from './sqlite';

type Value = string | Date;

/** A row, by column; all rows have the same columns. */
export type FreeRow = Readonly<Record<string, Value>>;

/** Inserts those of some rows whose keys are free, and answers with how many that were. */
export type InsertFree = (
  trx: Connection,
  table: TableQuery,
  rows: readonly FreeRow[]
) => Promise<number>;

/**
 * SQLite is in this process: a statement prepared once and run for each row costs a third of one
 * long statement, which has to be put together and parsed for every batch.
 */
function onSqlite(unique: string): InsertFree {
  let written: { readonly sql: string; readonly bindings: readonly unknown[] } | undefined;
  const prepared = new WeakMap<SqliteConnection, SqliteStatement>();
  return async (trx, table, rows) => {
    const [first] = rows;
    if (first === undefined) return 0;
    const connection = await sqliteOf(trx);
    // A row that holds its own columns' names: its bindings tell their order.
    const names = Object.fromEntries(Object.keys(first).map((column) => [column, column]));
    written ??= table.insert(names).onConflict(unique).ignore().toSQL();
    const { sql, bindings } = written;
    const statement = prepared.get(connection) ?? connection.prepare(sql);
    prepared.set(connection, statement);
    let inserted = 0;
    for (const row of rows) {
      inserted += statement.run(bindings.map((column) => toSqlite(row[String(column)]))).changes;
    }
    return inserted;
  };
}

const toSqlite = (value: Value | undefined) => (value instanceof Date ? value.getTime() : value);

const onMysql =
  (unique: string): InsertFree =>
  async (trx, table, rows) => {
    const { sql, bindings } = table.insert(rows).onConflict(unique).ignore().toSQL();
    return affectedRows(await trx.raw(sql, bindings));
  };

const onPostgres =
  (unique: string): InsertFree =>
  async (_, table, rows) => {
    const kept: unknown[] = await table.insert(rows).onConflict(unique).ignore().returning(unique);
    return kept.length;
  };

/**
 * For the rows of one table.
 *
 * @param unique the column whose values are unique.
 */
export function insertFreeInto(db: Database, unique: string): InsertFree {
  switch (db.dialect.client) {
    case 'sqlite':
      return onSqlite(unique);
    case 'mysql':
      return onMysql(unique);
    default:
      return onPostgres(unique);
  }
}

function affectedRows(reply: unknown): number {
  const header: unknown = Array.isArray(reply) ? reply[0] : reply;
  if (typeof header === 'object' && header !== null && 'affectedRows' in header) {
    return Number(header.affectedRows);
  }
  throw new Error('The database did not say how many rows it inserted');
}
