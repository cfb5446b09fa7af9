import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createConnection } from 'mysql2/promise';
import { Client } from 'pg';

type Run = (statement: string) => Promise<unknown>;

const onPostgres =
  (url: string): Run =>
  async (statement) => {
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };

const onMysql =
  (url: string): Run =>
  async (statement) => {
    const connection = await createConnection(url);
    await connection.query(statement).finally(() => connection.end());
  };

/**
 * Does work on a database of its own.
 * @param server the URL of a PostgreSQL or MariaDB server; SQLite where there is none
 */
export const withOwnDatabase = async (
  server: string | undefined,
  work: (database: string) => Promise<void>
): Promise<void> => {
  if (server === undefined) {
    const folder = await mkdtemp(path.join(tmpdir(), 'broadsheet-hostile-'));
    await work(path.join(folder, 'data.db')).finally(() => rm(folder, { recursive: true }));
    return;
  }
  const isPostgres = server.startsWith('postgres');
  const run = isPostgres ? onPostgres(server) : onMysql(server);
  const name = `broadsheet_hostile_${randomBytes(6).toString('hex')}`;
  await run(`create database ${name}${isPostgres ? '' : ' character set utf8mb4'}`);
  const own = new URL(server);
  own.pathname = `/${name}`;
  await work(own.href).finally(() =>
    run(`drop database ${name}${isPostgres ? ' with (force)' : ''}`)
  );
};
