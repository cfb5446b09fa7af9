import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createConnection } from 'mysql2/promise';
import { Client } from 'pg';

/** A database of a test's own: what the environment must say to use it, and how to be rid of it. */
export interface TestDatabase {
  readonly environment: Readonly<Record<string, string>>;
  drop(): Promise<void>;
}

/** A kind of database that the suite runs on. */
export interface DatabaseKind {
  readonly name: 'sqlite' | 'postgres' | 'mysql';
  /** Makes an empty database that nobody else uses. */
  create(): Promise<TestDatabase>;
}

const ownName = () => `broadsheet_test_${randomBytes(6).toString('hex')}`;

const sqlite: DatabaseKind = {
  name: 'sqlite',
  async create() {
    const folder = await mkdtemp(path.join(tmpdir(), 'broadsheet-test-'));
    return {
      environment: {
        DATABASE_CLIENT: 'sqlite',
        DATABASE_FILENAME: path.join(folder, 'data.db'),
      },
      drop: () => rm(folder, { recursive: true, force: true }),
    };
  },
};

const withDatabase = (url: string, name: string): string => {
  const own = new URL(url);
  own.pathname = `/${name}`;
  return own.href;
};

const postgres = (url: string): DatabaseKind => ({
  name: 'postgres',
  async create() {
    const name = ownName();
    const run = async (statement: string) => {
      const client = new Client({ connectionString: url });
      await client.connect();
      await client.query(statement);
      await client.end();
    };
    await run(`create database ${name}`);
    return {
      environment: { DATABASE_CLIENT: 'postgres', DATABASE_URL: withDatabase(url, name) },
      drop: () => run(`drop database ${name} with (force)`),
    };
  },
});

const mysql = (url: string): DatabaseKind => ({
  name: 'mysql',
  async create() {
    const name = ownName();
    const run = async (statement: string) => {
      const connection = await createConnection(url);
      await connection.query(statement);
      await connection.end();
    };
    await run(`create database ${name} character set utf8mb4`);
    return {
      environment: { DATABASE_CLIENT: 'mysql', DATABASE_URL: withDatabase(url, name) },
      drop: () => run(`drop database ${name}`),
    };
  },
});

const { TEST_POSTGRES_URL, TEST_MYSQL_URL } = process.env;

/** SQLite always; PostgreSQL and MariaDB (or MySQL) when the environment names a server. */
export const databases: readonly DatabaseKind[] = [
  sqlite,
  ...(TEST_POSTGRES_URL ? [postgres(TEST_POSTGRES_URL)] : []),
  ...(TEST_MYSQL_URL ? [mysql(TEST_MYSQL_URL)] : []),
];
