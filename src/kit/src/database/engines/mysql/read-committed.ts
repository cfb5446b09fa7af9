import { clientOf } from '../../connections/knex-client';
import type { Database } from '../../connections/connection';

/** What is used of mysql2's connections. */
interface MysqlConnection {
  query(sql: string, done: (error: Error | null) => void): unknown;
}

/**
 * Has transactions read what is committed when they read it, as on the other databases: one that
 * was opened before it got its lock would go by what was there before.
 */
export const readCommitted = (db: Database): void => {
  const client = clientOf<MysqlConnection>(db.connection);
  const told = new WeakSet<MysqlConnection>();
  const acquire = client.acquireConnection.bind(client);
  client.acquireConnection = async () => {
    const connection = await acquire();
    if (told.has(connection)) return connection;
    await new Promise<void>((resolve, reject) => {
      connection.query('set session transaction isolation level read committed', (error) => {
        if (error === null) resolve();
        else reject(error);
      });
    });
    told.add(connection);
    return connection;
  };
};
