import type { KnexClient, KnexTransaction } from '../../client';
import { isReadOnly } from '../../read-only';
import type { SqliteConnection } from './connection';
import { waitForLock } from './wait-for-lock';

/** One writer at a time asks for the file's lock: those behind it would only take its turns. */
const takeTurns = (): (<Result>(work: () => Promise<Result>) => Promise<Result>) => {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
};

const BEGIN = 'BEGIN IMMEDIATE;';

/** A connection on which a transaction has begun that no other writer can come before. */
const beginImmediate = async (client: KnexClient<SqliteConnection>): Promise<SqliteConnection> => {
  const connection = await client.acquireConnection();
  try {
    connection.prepare(BEGIN).run();
    client.emit('query', { sql: BEGIN, bindings: [] });
    return connection;
  } catch (error) {
    // It is the only one: while the lock is waited for, those who read need it.
    await client.releaseConnection(connection);
    throw error;
  }
};

/** Tries a statement again in its place where the file is locked: SQLite undoes nothing for that. */
const waitWithin = (transaction: KnexTransaction<SqliteConnection>): void => {
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
 * first. Transactions within `readOnly` begin as before, so that readers wait for nobody.
 */
export const beginAsWriter = (client: KnexClient<SqliteConnection>): void => {
  const begin = client.transaction.bind(client);
  const inTurn = takeTurns();
  client.transaction = (container, config, outer) => {
    const transaction = begin(container, config, outer);
    const acquire = transaction.acquireConnection.bind(transaction);
    const isWriter = !isReadOnly() && !hasConnection(config);
    transaction.acquireConnection = async (given, use) => {
      const start = (connection: SqliteConnection): Promise<unknown> => {
        const ended = use(connection);
        waitWithin(transaction);
        return ended;
      };
      if (!isWriter) return acquire(given, start);
      const connection = await inTurn(() => waitForLock(() => beginImmediate(client)));
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
