import { clientOf } from '../../../connections/knex-client';
import type { Connection } from '../../../connections/connection';
import type { SqliteConnection } from '../connection';
import { prepare } from './prepare';

/** The rows that a statement answers with, which is prepared once. */
export const queryPrepared = async <Row>(
  connection: Connection,
  sql: string,
  bindings: readonly (string | number)[]
): Promise<Row[]> => {
  const client = clientOf<SqliteConnection>(connection);
  const own = await client.acquireConnection();
  try {
    // As Knex does: its listeners get this statement, too.
    client.emit('query', { sql, bindings });
    return prepare(own, sql).all(bindings) as Row[];
  } finally {
    await client.releaseConnection(own);
  }
};
