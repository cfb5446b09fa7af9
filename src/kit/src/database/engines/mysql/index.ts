import type { Core } from '@strapi/strapi';

import type { Connection, KnexClient } from '../client';
import type { Engine } from './engine';

const TABLE = 'kit_locks';

/**
 * As many rows as there are locks: names share them by their hash. A row for each name would have
 * to be made, and two who make one stand in each other's gaps; `GET_LOCK` outlives a transaction.
 */
const ROWS = 4_096;

/** In one statement. */
const CHUNK = 1_024;

interface Talks {
  query(sql: string, done: (error: Error | null) => void): unknown;
}

/**
 * Has transactions read what is committed when they read it, as on the other databases: one that
 * was opened before it got its lock would go by what was there before.
 */
const readCommitted = (client: KnexClient): void => {
  const told = new WeakSet<Connection>();
  const acquire = client.acquireConnection.bind(client);
  client.acquireConnection = async () => {
    const connection = await acquire();
    if (told.has(connection)) return connection;
    await new Promise<void>((resolve, reject) => {
      (connection as unknown as Talks).query(
        'set session transaction isolation level read committed',
        (error) => {
          if (error === null) resolve();
          else reject(error);
        }
      );
    });
    told.add(connection);
    return connection;
  };
};

const makeTable = async ({ db }: Core.Strapi): Promise<void> => {
  await db.connection.raw(
    `create table if not exists ${TABLE} (id smallint unsigned primary key) engine = InnoDB`
  );
  const [row] = (await db.connection(TABLE).count({ count: '*' })) as readonly { count: number }[];
  if (Number(row?.count) === ROWS) return;
  for (let first = 0; first < ROWS; first += CHUNK) {
    const rows = Array.from({ length: CHUNK }, (_, index) => ({ id: first + index }));
    await db.connection(TABLE).insert(rows).onConflict('id').ignore();
  }
};

/** MySQL and MariaDB lock rows: names are hashed to those of a table made for it. */
export const mysql: Engine = {
  guard: readCommitted,
  prepare: makeTable,
  async lock(_, trx, keys) {
    const ids = [...new Set(keys.map((key) => key.readUInt16BE() % ROWS))];
    await trx(TABLE).whereIn('id', ids).orderBy('id').forUpdate().select('id');
  },
};
