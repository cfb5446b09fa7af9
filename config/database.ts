import path from 'node:path';
import type { Core } from '@strapi/strapi';

type Env = Core.Config.Shared.ConfigParams['env'];

/** What this file asks of a new better-sqlite3 connection. */
interface SqliteConnection {
  pragma(statement: string): unknown;
}

/** What SQLite keeps of the file in memory. */
const CACHE = 65_536;

/**
 * Lets readers and an importer in another process work side by side: with a write-ahead log nobody
 * waits for a reader, and two writers wait for each other instead of failing at once. Every commit
 * still reaches the disk, as without the log.
 */
const prepareSqlite = (
  connection: SqliteConnection,
  done: (error: Error | null, connection: SqliteConnection) => void
) => {
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  // In KiB: the pages of a large batch and of the indexes that it goes through.
  connection.pragma(`cache_size = -${CACHE}`);
  done(null, connection);
};

const sqlite = (env: Env) => ({
  connection: {
    // Compiled, this file is dist/config/database.js.
    filename: path.resolve(
      __dirname,
      '..',
      '..',
      env('DATABASE_FILENAME', path.join('.tmp', 'data.db'))
    ),
  },
  useNullAsDefault: true,
  pool: { afterCreate: prepareSqlite },
});

/** A server's address, taken from `DATABASE_URL` where it is set, else piece by piece. */
const address = (env: Env, defaultPort: number) => {
  const given = env('DATABASE_URL');
  if (given && !URL.canParse(given)) {
    throw new Error('DATABASE_URL is not a URL. Write it as postgres://user:password@host/name.');
  }
  const url = given ? new URL(given) : null;
  const ssl = env.bool('DATABASE_SSL', url?.searchParams.get('sslmode') === 'require');
  return {
    host: url?.hostname ?? env('DATABASE_HOST', '127.0.0.1'),
    port: url ? Number(url.port) || defaultPort : env.int('DATABASE_PORT', defaultPort),
    database: url ? decodeURIComponent(url.pathname.slice(1)) : env('DATABASE_NAME', 'broadsheet'),
    user: url ? decodeURIComponent(url.username) : env('DATABASE_USERNAME', 'broadsheet'),
    password: url ? decodeURIComponent(url.password) : env('DATABASE_PASSWORD', ''),
    ssl: ssl && { rejectUnauthorized: env.bool('DATABASE_SSL_REJECT_UNAUTHORIZED', true) },
  };
};

const pool = (env: Env) => ({
  min: env.int('DATABASE_POOL_MIN', 0),
  max: env.int('DATABASE_POOL_MAX', 10),
});

const clients = {
  sqlite,
  postgres: (env: Env) => ({
    connection: { ...address(env, 5432), schema: env('DATABASE_SCHEMA', 'public') },
    pool: pool(env),
  }),
  // Without a zone of its own the driver writes the machine's wall clock, and a server in another
  // zone reads other moments.
  mysql: (env: Env) => ({ connection: { ...address(env, 3306), timezone: 'Z' }, pool: pool(env) }),
};

const isClient = (name: string): name is keyof typeof clients => Object.hasOwn(clients, name);

export default ({ env }: Core.Config.Shared.ConfigParams) => {
  const client = env('DATABASE_CLIENT', 'sqlite');
  if (!isClient(client)) {
    throw new Error(
      `DATABASE_CLIENT is "${client}". Use one of: ${Object.keys(clients).join(', ')}.`
    );
  }
  return {
    connection: {
      client,
      ...clients[client](env),
      acquireConnectionTimeout: env.int('DATABASE_CONNECTION_TIMEOUT', 60_000),
    },
    // Tables of a type that is gone keep their rows.
    settings: { forceMigration: false },
  };
};
