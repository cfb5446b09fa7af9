import { createHash, randomBytes } from 'node:crypto';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createConnection, type Connection } from 'mysql2/promise';
import { Client } from 'pg';
import { copyTables } from './database/copy-tables';

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
  /** Makes one that holds what another does, which nobody may be connected to. */
  copy(original: TestDatabase): Promise<TestDatabase>;
}

const ownName = () => `broadsheet_test_${randomBytes(6).toString('hex')}`;

const setting = ({ environment }: TestDatabase, name: string): string => {
  const value = environment[name];
  if (value === undefined) throw new Error(`This database has no ${name}.`);
  return value;
};

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
  async copy(original) {
    const copy = await sqlite.create();
    await copyFile(setting(original, 'DATABASE_FILENAME'), setting(copy, 'DATABASE_FILENAME'));
    return copy;
  },
};

const nameIn = (url: string): string => new URL(url).pathname.slice(1);

const withDatabase = (url: string, name: string): string => {
  const own = new URL(url);
  own.pathname = `/${name}`;
  return own.href;
};

const postgres = (url: string): DatabaseKind => {
  const run = async (statement: string) => {
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  const createAs = async (words: string): Promise<TestDatabase> => {
    const name = ownName();
    await run(`create database ${name} ${words}`);
    return {
      environment: { DATABASE_CLIENT: 'postgres', DATABASE_URL: withDatabase(url, name) },
      drop: () => run(`drop database ${name} with (force)`),
    };
  };
  return {
    name: 'postgres',
    create: () => createAs(''),
    copy: (original) => createAs(`template ${nameIn(setting(original, 'DATABASE_URL'))}`),
  };
};

const mysql = (url: string): DatabaseKind => {
  const run = async (work: (connection: Connection) => Promise<unknown>) => {
    const connection = await createConnection({ uri: url, multipleStatements: true });
    await work(connection);
    await connection.end();
  };
  const create = async (): Promise<TestDatabase> => {
    const name = ownName();
    await run((connection) => connection.query(`create database ${name} character set utf8mb4`));
    return {
      environment: { DATABASE_CLIENT: 'mysql', DATABASE_URL: withDatabase(url, name) },
      drop: () => run((connection) => connection.query(`drop database ${name}`)),
    };
  };
  return {
    name: 'mysql',
    create,
    async copy(original) {
      const copy = await create();
      const [from, to] = [setting(original, 'DATABASE_URL'), setting(copy, 'DATABASE_URL')];
      await run((connection) => copyTables(connection, nameIn(from), nameIn(to)));
      return copy;
    },
  };
};

const { TEST_POSTGRES_URL, TEST_MYSQL_URL, TEST_TURN } = process.env;

/** Servers that the environment names. */
export const servers: readonly DatabaseKind[] = [
  ...(TEST_POSTGRES_URL ? [postgres(TEST_POSTGRES_URL)] : []),
  ...(TEST_MYSQL_URL ? [mysql(TEST_MYSQL_URL)] : []),
];

/** SQLite always; PostgreSQL and MariaDB (or MySQL) when the environment names a server. */
export const allDatabases: readonly DatabaseKind[] = [sqlite, ...servers];

/** The one server whose turn it is in a file of tests, which differs from file to file and from turn to turn. */
const serverOf = (turn: string, file: string): readonly DatabaseKind[] => {
  const hash = createHash('sha256')
    .update(`${turn} ${path.relative(__dirname, file)}`)
    .digest();
  const server = servers[hash.readUInt32BE() % Math.max(1, servers.length)];
  return server === undefined ? [] : [server];
};

/** What is made before all suites is not made for one file. */
const testFile = typeof expect === 'undefined' ? undefined : expect.getState().testPath;

/**
 * What the suites of a file run on: all databases; with `TEST_TURN`, which takes a third less time, SQLite and
 * one of the servers.
 */
export const databases: readonly DatabaseKind[] =
  TEST_TURN && testFile !== undefined ? [sqlite, ...serverOf(TEST_TURN, testFile)] : allDatabases;
