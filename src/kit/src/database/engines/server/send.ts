import { clientOf, type KnexClient } from '../../connections/knex-client';
import type { Database } from '../../connections/connection';
import type { QueryForm } from '../../connections/reads-apart';
import type { ReadRow } from '../../connections/reader';
import type { ColumnValue } from '../../rows/row-types';
import { rowsOf } from '../../rows/rows-of';
import { explainedByRows, formOfRead } from './statement-of';
import { turnsOf } from './turns';

/** A connection of Knex's pool. */
interface PooledConnection {
  readonly __knexUid?: string;
}

/** What is used here of Knex's client beside what all use. */
interface SendingClient extends KnexClient<PooledConnection> {
  /** Writes a statement's places for values as its database does. */
  positionBindings(sql: string): string;
  /** Hands a statement to the driver, and nothing else. */
  _query(connection: PooledConnection, statement: object): Promise<{ readonly response: unknown }>;
}

interface Prepared {
  /** As the database takes it. */
  readonly text: string;
  /** Null for one that does not only read. */
  readonly form: QueryForm | null;
}

/** Statements whose texts are kept. */
const MOST = 1000;

/** Sends a statement that is sent over and over, and answers with its rows as arrays. */
export type Send = (
  sql: string,
  values: readonly ColumnValue[],
  options: object
) => Promise<readonly ReadRow[]>;

/**
 * Sends statements by the pool's connections and no more: of what Knex does for a statement beside, most is the same
 * each time, and takes longer than the server does. What visitors read has its turn as elsewhere.
 */
export const startSending = (db: Database): Send => {
  const client = clientOf(db.connection) as unknown as SendingClient;
  const statements = new Map<string, Prepared>();

  const prepare = (sql: string): Prepared => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const prepared = { text: client.positionBindings(sql), form: formOfRead(sql) };
    if (statements.size >= MOST) statements.clear();
    statements.set(sql, prepared);
    return prepared;
  };

  return async (sql, values, options) => {
    const { text, form } = prepare(sql);
    const turns = turnsOf(db);
    const request = turns?.mayWait() ?? null;
    const isTimed = turns !== null && request !== null && form !== null;

    const read = async (): Promise<readonly ReadRow[]> => {
      const connection = await client.acquireConnection();
      const ask = async (): Promise<readonly ReadRow[]> => {
        const statement = { sql: text, bindings: values, options };
        const { __knexUid } = connection;
        client.emit('query', { __knexUid, ...statement });
        return rowsOf((await client._query(connection, statement)).response);
      };
      try {
        return await (isTimed ? turns.timed(form, ask, explainedByRows) : ask());
      } finally {
        await client.releaseConnection(connection);
      }
    };
    return isTimed ? turns.inTurn(form, request.asker, read) : read();
  };
};
