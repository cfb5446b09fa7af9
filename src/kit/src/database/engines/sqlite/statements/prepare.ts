import type { SqliteConnection, SqliteStatement } from '../connection';

/**
 * How many statements are kept of each connection: look-ups differ by how many keys they ask for,
 * and hooks may add columns to rows.
 */
const MOST = 200;

const prepared = new WeakMap<SqliteConnection, Map<string, SqliteStatement>>();

/**
 * A statement, prepared once for each connection. SQLite is in this process: to prepare a look-up
 * takes it as long as to look up, and an import sends the same few over and over.
 */
export const prepare = (connection: SqliteConnection, sql: string): SqliteStatement => {
  const known = prepared.get(connection) ?? new Map<string, SqliteStatement>();
  const kept = known.get(sql);
  if (kept !== undefined) return kept;
  const statement = connection.prepare(sql);
  if (known.size >= MOST) known.clear();
  prepared.set(connection, known.set(sql, statement));
  return statement;
};
