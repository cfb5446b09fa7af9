import { clientOf } from '../../client';
import type { Connection } from '../../connection';
import type { SqliteConnection } from './connection';
import { prepare } from './prepare';

/** The rows that a statement answers with, which is prepared once. */
export const ask = async <Row>(
  connection: Connection,
  sql: string,
  bindings: readonly (string | number)[]
): Promise<Row[]> => {
  const client = clientOf<SqliteConnection>(connection);
  const own = await client.acquireConnection();
  try {
    // As Knex does: whoever listens to its statements hears of this one, too.
    client.emit('query', { sql, bindings });
    return prepare(own, sql).all(bindings) as Row[];
  } finally {
    await client.releaseConnection(own);
  }
};
