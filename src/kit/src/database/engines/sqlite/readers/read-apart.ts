import type { Core } from '@strapi/strapi';

import { clientOf, type KnexClient } from '../../../connections/knex-client';
import type {
  NoteSlow,
  ReadingRequest,
  SlowReadLimits,
  WhoReads,
} from '../../../connections/reads-apart';
import type { ReadConnection } from './read-connection';
import { limitReads, type SiteReaders, siteReaders } from './site-readers';

/** A statement, as Knex uses it: it waits for what it is answered. */
interface KnexStatement {
  /** Whether it answers with rows. */
  readonly reader: boolean;
  all(values: readonly unknown[]): unknown;
  run(values?: readonly unknown[]): unknown;
}

/** Stands for a connection of the pool. */
interface ReadingConnection {
  prepare(sql: string): KnexStatement;
  pragma(statement: string): unknown;
  /** Ends a transaction that was not ended. */
  release(): void;
}

interface RealConnection {
  prepare(sql: string): KnexStatement;
}

const READS = /^\s*(?:select|with)\b/iu;
const BEGINS = /^\s*begin\b/iu;
const ENDS = /^\s*(?:commit|rollback)\s*;?\s*$/iu;
const RETURNS = /\breturning\b/iu;

const NOTHING = { changes: 0, lastInsertRowid: 0 };

/** Does what only the connection that writes can do, with that connection. */
const byWriter = (client: KnexClient<RealConnection>, sql: string): KnexStatement => {
  const use = async (work: (statement: KnexStatement) => unknown): Promise<unknown> => {
    const connection = await client.acquireWriter?.();
    if (connection === undefined) throw new Error('there is no connection that writes');
    try {
      return await work(connection.prepare(sql));
    } finally {
      await client.releaseConnection(connection);
    }
  };
  return {
    reader: RETURNS.test(sql),
    all: (values) => use((statement) => statement.all(values)),
    run: (values = []) => use((statement) => statement.run(values)),
  };
};

const startReading = (
  readers: SiteReaders,
  client: KnexClient<RealConnection>,
  { who, asker, isLong }: ReadingRequest,
  noteSlow: NoteSlow
): ReadingConnection => {
  const slow = readers.slow[who];
  /** While a transaction is open, what is read is seen as it was when that began. */
  let moment: ReadConnection | null = null;
  const end = (): void => {
    if (moment === null) return;
    const connection = moment;
    moment = null;
    readers.prepare(connection, 'commit', false).run();
    readers.giveBack(connection);
  };
  const begin = (): void => {
    if (moment !== null) return;
    moment = readers.take();
    readers.prepare(moment, 'begin', false).run();
  };
  const read = (sql: string, values: readonly unknown[]): unknown => {
    if (isLong || !readers.isQuick(sql, values.length)) {
      if (who === 'visitor') noteSlow(asker);
      return slow.read({ sql, values, isRaw: false }, asker);
    }
    return readers.timed(sql, () =>
      readers.prepare(moment ?? readers.main, sql, false).all(values)
    );
  };
  return {
    prepare(sql) {
      if (READS.test(sql)) {
        return { reader: true, all: (values) => read(sql, values), run: () => NOTHING };
      }
      const ends = ENDS.test(sql);
      if (!ends && !BEGINS.test(sql)) return byWriter(client, sql);
      return {
        reader: false,
        all: () => [],
        run() {
          if (ends) end();
          else begin();
          return NOTHING;
        },
      };
    },
    pragma: () => undefined,
    release: end,
  };
};

/**
 * Has what visitors read go by connections that only read, beside the one that writes: it waits for no
 * writer, and what may read a whole table is read by another process, and keeps nobody else waiting.
 */
export const readApart = (
  strapi: Core.Strapi,
  whoReads: WhoReads,
  limits: SlowReadLimits,
  noteSlow: NoteSlow
): (() => boolean) => {
  const client = clientOf<RealConnection>(strapi.db.connection);
  const acquire = client.acquireConnection.bind(client);
  const release = client.releaseConnection.bind(client);
  const reading = new WeakSet<object>();
  limitReads(strapi, limits);
  client.acquireWriter = acquire;
  let readers: SiteReaders | null | undefined;
  const open = async (): Promise<void> => {
    // Until they are there, reads go by the connection that writes: so does what opens them.
    readers = null;
    readers = await siteReaders(strapi);
  };
  client.acquireConnection = async () => {
    const reads = whoReads();
    if (reads === null) return acquire();
    if (readers === undefined) await open();
    if (!readers) return acquire();
    const connection = startReading(readers, client, reads, noteSlow);
    reading.add(connection);
    return connection;
  };
  client.releaseConnection = async (connection) => {
    if (reading.has(connection)) (connection as unknown as ReadingConnection).release();
    else await release(connection);
  };
  return () => readers?.slow.visitor.isFull() === true;
};
