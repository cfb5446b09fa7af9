import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** Does work on a database of its own, on the server that the environment names, if it does. */
export const withPostgres = async <Result>(
  work: (database: string) => Promise<Result>
): Promise<Result | undefined> => {
  const server = process.env['TEST_POSTGRES_URL'];
  if (server === undefined) return undefined;
  const name = `broadsheet_bench_${randomBytes(6).toString('hex')}`;
  const run = async (statement: string): Promise<void> => {
    const client = new Client({ connectionString: server });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  await run(`create database ${name}`);
  try {
    const own = new URL(server);
    own.pathname = `/${name}`;
    return await work(own.href);
  } finally {
    await run(`drop database ${name} with (force)`);
  }
};
