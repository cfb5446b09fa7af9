import type { Core } from '@strapi/strapi';

import { clientOf } from '../../../connections/knex-client';
import type { Database } from '../../../connections/connection';
import type { Reader, ReadRow } from '../../../connections/reader';
import { toSqlite } from '../statements/to-sqlite';
import type { ReadConnection } from './read-connection';
import { siteReaders } from './site-readers';

/** Reads by the application's own connection, where its file has no log: a second one would be refused while it writes. */
const shareConnection = (db: Database): Reader => {
  const rows: Reader['rows'] = async (sql, values) => {
    const client = clientOf<ReadConnection>(db.connection);
    const own = await client.acquireConnection();
    try {
      return own.prepare(sql).raw(true).all(values.map(toSqlite));
    } finally {
      await client.releaseConnection(own);
    }
  };
  return { rows, fewRows: rows, moment: () => null, atOnce: (read) => read() };
};

/**
 * Opens a connection that only reads. It sees what is committed, waits for nobody who writes, and is
 * free while the application's one connection is in a transaction. What may read a whole table is read by
 * another process.
 */
export const openReader = async (strapi: Core.Strapi): Promise<Reader> => {
  const readers = await siteReaders(strapi);
  if (readers === null) return shareConnection(strapi.db);
  const { main, slow } = readers;
  // Another number when another connection has committed: https://www.sqlite.org/pragma.html#pragma_data_version.
  const version = main.prepare('pragma data_version').pluck();
  const [begin, end] = [main.prepare('begin'), main.prepare('commit')];
  const readHere = (sql: string, own: readonly (string | number | null)[]): readonly ReadRow[] =>
    readers.timed(sql, () => readers.prepare(main, sql, true).all(own));
  return {
    rows(sql, values, places = 0) {
      const own = values.map(toSqlite);
      if (!readers.isQuick(sql, own.length, places)) {
        const task = { sql, values: own, isRaw: true };
        const asker = strapi.requestContext.get() ?? {};
        return slow.visitor.read(task, asker) as Promise<readonly ReadRow[]>;
      }
      return readHere(sql, own);
    },
    fewRows: (sql, values) => readHere(sql, values.map(toSqlite)),
    moment: () => String(version.get()),
    atOnce(read) {
      begin.run();
      try {
        return read();
      } finally {
        end.run();
      }
    },
  };
};
