import { copyFile } from 'node:fs/promises';
import { Client } from 'pg';
import { withDatabase } from '../../../site/databases';

/** The databases that reading is measured on. */
export type ReadDatabase = 'sqlite' | 'postgres';

export const isReadDatabase = (name: string): name is ReadDatabase =>
  name === 'sqlite' || name === 'postgres';

const nameIn = (url: string): string => new URL(url).pathname.slice(1);

/** Puts a copy of a database that nobody uses in the place of another that is empty. */
const copyDatabase = async (name: ReadDatabase, from: string, to: string): Promise<void> => {
  if (name === 'sqlite') {
    await copyFile(from, to);
    return;
  }
  const server = new URL(to);
  server.pathname = '/postgres';
  const client = new Client({ connectionString: server.href });
  await client.connect();
  try {
    await client.query(`drop database ${nameIn(to)}`);
    await client.query(`create database ${nameIn(to)} template ${nameIn(from)}`);
  } finally {
    await client.end();
  }
};

/** Does work on a database that has been filled and on so many copies of it, all gone afterwards. */
export const withCopies = <Result>(
  name: ReadDatabase,
  fill: (database: string) => Promise<unknown>,
  copies: number,
  work: (databases: readonly string[]) => Promise<Result>
): Promise<Result> =>
  withDatabase(name, async (first) => {
    await fill(first);
    const withMore = (databases: readonly string[]): Promise<Result> => {
      if (databases.length > copies) return work(databases);
      return withDatabase(name, async (next) => {
        await copyDatabase(name, first, next);
        return withMore([...databases, next]);
      });
    };
    return withMore([first]);
  });
