import type { Core } from '@strapi/strapi';
import { retry } from 'strapi-plugin-kit/database';

export type Database = Core.Strapi['db'];
/** A connection, or a transaction on one. */
export type Connection = Database['connection'];
/** One table's query, in the schema that the connection is set to. */
export type TableQuery = ReturnType<Connection>;

/** A query on a table within a transaction. */
export function within(db: Database, trx: Connection, table: string): TableQuery {
  const schema = db.getSchemaName();
  return schema ? trx(table).withSchema(schema) : trx(table);
}

/** The name of an attribute's column. */
export function columnOf(db: Database, uid: string, attribute: string): string {
  const found = db.metadata.get(uid).attributes[attribute];
  if (found && 'columnName' in found && typeof found.columnName === 'string') {
    return found.columnName;
  }
  throw new Error(`"${uid}" has no column for "${attribute}"`);
}

/** The rows that a raw statement answers with, in each database's own wrapping. */
export function rowsOf<Row>(reply: unknown): Row[] {
  if (Array.isArray(reply)) return (Array.isArray(reply[0]) ? reply[0] : reply) as Row[];
  return (reply as { rows: Row[] }).rows;
}

/** Splits a list into lists of at most `size`: databases take so many bindings and no more. */
export function* chunks<T>(items: readonly T[], size = 400): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}

/** Runs work in the caller's transaction, or in one of its own that is tried again. */
export function transact<Result>(
  db: Database,
  work: (trx: Connection) => Promise<Result>
): Promise<Result> {
  const once = async (): Promise<Result> => db.transaction(async ({ trx }) => work(trx));
  return db.inTransaction() ? once() : retry(once);
}
