import { isInBulk } from '../../../connections/bulk';
import type { KnexClient, KnexTransaction } from '../../../connections/knex-client';
import { isReadOnly } from '../../../connections/read-only';
import type { SqliteConnection } from '../connection';
import { waitForLock } from './wait-for-lock';

/** Does work one after the other: of several writers that ask for the file's lock, each would only delay the next. */
const serialize = (): (<Result>(work: () => Promise<Result>) => Promise<Result>) => {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
};

const BEGIN = 'BEGIN IMMEDIATE;';

/** Whether temporary tables are on a connection, which are lost when their place changes. */
const hasTemporary = (connection: SqliteConnection): boolean =>
  (connection.pragma('database_list') as readonly { readonly name: string }[]).some(
    ({ name }) => name === 'temp'
  );

/**
 * Begins a transaction that keeps what a statement has to undo in memory: where that goes is settled
 * at the start. What is sorted goes to disk as before.
 */
const beginBulk = (connection: SqliteConnection): void => {
  const inMemory = !hasTemporary(connection);
  if (inMemory) connection.pragma('temp_store = memory');
  try {
    connection.prepare(BEGIN).run();
  } finally {
    if (inMemory) connection.pragma('temp_store = default');
  }
};

/** A connection on which a transaction has begun that no other writer can come before. */
const beginImmediate = async (
  client: KnexClient<SqliteConnection>,
  isBulk: boolean
): Promise<SqliteConnection> => {
  const connection = await (client.acquireWriter?.() ?? client.acquireConnection());
  try {
    if (isBulk) beginBulk(connection);
    else connection.prepare(BEGIN).run();
    client.emit('query', { sql: BEGIN, bindings: [] });
    return connection;
  } catch (error) {
    // It is the only one: while the lock is waited for, those who read need it.
    await client.releaseConnection(connection);
    throw error;
  }
};

/** Tries a statement again in its place where the file is locked: SQLite undoes nothing for that. */
const waitInTransaction = (transaction: KnexTransaction<SqliteConnection>): void => {
  const { trxClient } = transaction;
  if (trxClient === undefined) return;
  const query = trxClient._query.bind(trxClient);
  trxClient._query = (connection, statement) => waitForLock(() => query(connection, statement));
};

const hasConnection = (config: unknown): boolean =>
  (config as { connection?: unknown } | undefined)?.connection !== undefined;

/**
 * Begins transactions that may write as writers. One that begins by reading cannot write any more
 * once another connection has committed (https://www.sqlite.org/isolation.html), and Strapi reads
 * first. Transactions within `readOnly` begin as before, so that readers wait for no writer.
 */
export const beginAsWriter = (client: KnexClient<SqliteConnection>): void => {
  const begin = client.transaction.bind(client);
  const inOrder = serialize();
  client.transaction = (container, config, outer) => {
    const transaction = begin(container, config, outer);
    const acquire = transaction.acquireConnection.bind(transaction);
    const isWriter = !isReadOnly() && !hasConnection(config);
    const isBulk = isInBulk();
    transaction.acquireConnection = async (given, use) => {
      const start = (connection: SqliteConnection): Promise<unknown> => {
        const ended = use(connection);
        waitInTransaction(transaction);
        return ended;
      };
      if (!isWriter) return acquire(given, start);
      const connection = await inOrder(() => waitForLock(() => beginImmediate(client, isBulk)));
      try {
        return await acquire({ connection }, start);
      } finally {
        await client.releaseConnection(connection);
      }
    };
    if (isWriter) transaction.begin = async () => undefined;
    return transaction;
  };
};
