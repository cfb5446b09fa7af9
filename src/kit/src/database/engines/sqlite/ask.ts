import { type Connection, type Database, rowsOf } from './database';
import { clientOf, type SqliteConnection, type SqliteStatement } from './sqlite';

/** Statements differ by how many keys they ask for: that many are kept of each connection. */
const MOST = 100;

const prepared = new WeakMap<SqliteConnection, Map<string, SqliteStatement>>();

function prepare(connection: SqliteConnection, sql: string): SqliteStatement {
  const known = prepared.get(connection) ?? new Map<string, SqliteStatement>();
  prepared.set(connection, known);
  const statement = known.get(sql) ?? connection.prepare(sql);
  if (known.size >= MOST) known.clear();
  known.set(sql, statement);
  return statement;
}

/**
 * The rows that a statement answers with, one that is sent over and over. SQLite is in this process:
 * to prepare a look-up takes it as long as to look up, so it is prepared once.
 *
 * @param connection a transaction's, or the database's own.
 */
export async function ask<Row>(
  db: Database,
  connection: Connection,
  sql: string,
  bindings: readonly (string | number)[]
): Promise<Row[]> {
  if (db.dialect.client !== 'sqlite') return rowsOf<Row>(await connection.raw(sql, [...bindings]));
  const client = clientOf(connection);
  const sqlite = await client.acquireConnection();
  try {
    // As Knex does: whoever listens to its statements hears of this one, too.
    client.emit('query', { sql, bindings });
    return prepare(sqlite, sql).all(bindings) as Row[];
  } finally {
    await client.releaseConnection(sqlite);
  }
}
