import { rowsOf } from '../rows/rows-of';
import { beforeDestroy } from './before-destroy';
import type { Database } from './connection';
import { clientOf, type KnexClient } from './knex-client';

/** Answers one statement, always the same. */
export type AskOne = () => Promise<readonly (readonly unknown[])[]>;

/** What is used here of Knex's client: connections that are none of the pool's. */
interface RawConnections extends KnexClient {
  acquireRawConnection(): Promise<object>;
  destroyRawConnection(connection: object): Promise<unknown>;
}

/** How long an answer is waited for, in milliseconds. */
const PATIENCE = 1000;

/** Waits for a value no longer than that. */
const inTime = async <Value>(value: Promise<Value>): Promise<Value> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${PATIENCE} ms`)), PATIENCE);
  });
  return Promise.race([value, late]).finally(() => clearTimeout(timer));
};

/**
 * Opens a connection of its own for a statement that is sent over and over: it never waits for one of the
 * pool's. A connection that fails, or does not answer in time, is given up for another one.
 */
export const askByOwnConnection = (db: Database, sql: string): AskOne => {
  const client = clientOf(db.connection) as RawConnections;
  let opened: Promise<object> | null = null;
  let isOver = false;

  const giveUp = async (connection: Promise<object> | null): Promise<void> => {
    if (opened === connection) opened = null;
    // One that never came, or is gone, has nothing to be closed.
    await connection?.then((own) => client.destroyRawConnection(own)).catch(() => undefined);
  };
  beforeDestroy(db, () => {
    isOver = true;
    return giveUp(opened);
  });

  return async () => {
    if (isOver) throw new Error('the database is closed');
    const connection = (opened ??= client.acquireRawConnection());
    // Knex's own way would take longer than the server does.
    const ask = async (): Promise<unknown> => {
      const statement = { sql, bindings: [], options: { rowMode: 'array', rowsAsArray: true } };
      return (await client._query(await connection, statement)).response;
    };
    try {
      // A server that cannot be reached keeps one waiting for minutes.
      return rowsOf<readonly unknown[]>(await inTime(ask()));
    } catch (error) {
      void giveUp(connection);
      throw error;
    }
  };
};
