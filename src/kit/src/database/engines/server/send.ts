import type { Database } from '../../connections/connection';
import { clientOf } from '../../connections/knex-client';
import type { QueryForm } from '../../connections/reads-apart';
import type { ReadRow } from '../../connections/reader';
import { sendAgain } from '../../connections/send-again';
import { hasCode } from '../../has-code';
import type { ColumnValue } from '../../rows/row-types';
import { rowsOf } from '../../rows/rows-of';
import type { ErrorCodes } from '../engine';
import { explainedBy, formOfRead } from './statement-of';
import { turnsOf } from './turns';

/** A connection of Knex's pool. */
interface PooledConnection {
  readonly __knexUid?: string;
}

interface Prepared {
  /** As the database takes it. */
  readonly text: string;
  /** Null for one that does not only read. */
  readonly form: QueryForm | null;
}

/** Statements whose texts are kept, and how long a text that is kept may be: those with thousands of keys are rare. */
const MOST = 1000;
const LONGEST = 20_000;

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
export const startSending = (db: Database, { retriable }: ErrorCodes): Send => {
  const client = clientOf<PooledConnection>(db.connection);
  const undone = new Set(retriable);
  const isUndone = (error: unknown): boolean => hasCode(error, undone);
  const statements = new Map<string, Prepared>();

  const prepare = (sql: string): Prepared => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const prepared = { text: client.positionBindings(sql), form: formOfRead(sql) };
    if (sql.length > LONGEST) return prepared;
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
        if (!isTimed) return await ask();
        return await turns.timed(form, ask, (rows) => explainedBy(rows?.length ?? 0));
      } finally {
        await client.releaseConnection(connection);
      }
    };
    const inTurn = () => (isTimed ? turns.inTurn(form, request.asker, read) : read());
    return sendAgain(inTurn, isUndone);
  };
};
