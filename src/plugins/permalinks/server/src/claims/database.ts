import type { Core } from '@strapi/strapi';

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

/** Splits a list into lists of at most `size`: databases take so many bindings and no more. */
export function* chunks<T>(items: readonly T[], size = 400): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}

const RETRIABLE = new Set([
  'ER_LOCK_DEADLOCK', // MySQL and MariaDB: two writers in each other's gaps
  'ER_CHECKREAD', // MariaDB with snapshot isolation: the row has changed since it was read
  '40P01', // PostgreSQL: deadlock
  '40001', // PostgreSQL: serialization failure
]);

/** Whether an error says that the transaction was undone and may simply be tried again. */
export function isRetriable(error: unknown): boolean {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string' && RETRIABLE.has(at.code)) return true;
  }
  return false;
}

const ATTEMPTS = 12;

/** Tries work again that a database gave up for the sake of another's, each time a little later. */
export async function patiently<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === ATTEMPTS || !isRetriable(error)) throw error;
      await new Promise((resolve) =>
        setTimeout(resolve, Math.random() * Math.min(1000, 10 * 2 ** attempt))
      );
    }
  }
}

/** Runs work in the caller's transaction, or patiently in one of its own. */
export function transact<Result>(
  db: Database,
  work: (trx: Connection) => Promise<Result>
): Promise<Result> {
  const once = async (): Promise<Result> =>
    db.transaction(({ trx }: { trx: Connection }) => work(trx));
  return db.inTransaction() ? once() : patiently(once);
}
