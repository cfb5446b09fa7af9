import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createConnection } from 'mysql2/promise';
import { Client } from 'pg';

/** The kinds of database that a site runs on; `mysql` is MariaDB too. */
const DATABASES = ['sqlite', 'postgres', 'mysql'] as const;
export type DatabaseName = (typeof DATABASES)[number];

export const isDatabase = (name: string): name is DatabaseName =>
  (DATABASES as readonly string[]).includes(name);

const SERVERS = { postgres: 'TEST_POSTGRES_URL', mysql: 'TEST_MYSQL_URL' } as const;

/** The databases that there are here: SQLite, and the servers that the environment names. */
export const presentDatabases = (): DatabaseName[] =>
  DATABASES.filter((name) => name === 'sqlite' || process.env[SERVERS[name]] !== undefined);

const send = {
  async postgres(server: string, statement: string): Promise<void> {
    const client = new Client({ connectionString: server });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  },
  async mysql(server: string, statement: string): Promise<void> {
    const connection = await createConnection(server);
    await connection.query(statement).finally(() => connection.end());
  },
} as const;

const onServer = async <Result>(
  name: 'postgres' | 'mysql',
  work: (database: string) => Promise<Result>
): Promise<Result> => {
  const server = process.env[SERVERS[name]];
  if (server === undefined) throw new Error(`Set ${SERVERS[name]} to a server's address.`);
  const own = new URL(server);
  own.pathname = `/broadsheet_${randomBytes(6).toString('hex')}`;
  const schema = own.pathname.slice(1);
  await send[name](
    server,
    `create database ${schema}${name === 'mysql' ? ' character set utf8mb4' : ''}`
  );
  try {
    return await work(own.href);
  } finally {
    await send[name](
      server,
      `drop database ${schema}${name === 'postgres' ? ' with (force)' : ''}`
    );
  }
};

/**
 * Does work on an empty database of its own, which is gone afterwards.
 *
 * @param work is told SQLite's file or the database's URL
 */
export const withDatabase = async <Result>(
  name: DatabaseName,
  work: (database: string) => Promise<Result>
): Promise<Result> => {
  if (name !== 'sqlite') return onServer(name, work);
  const folder = await mkdtemp(path.join(tmpdir(), 'broadsheet-site-'));
  try {
    return await work(path.join(folder, 'data.db'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
