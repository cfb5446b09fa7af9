import Database from 'better-sqlite3';
import { Pool } from 'pg';

export type Row = Readonly<Record<string, unknown>>;

/** A statement that is prepared once; `?` stands for a value. */
export type Statement = (...values: readonly (string | number)[]) => Promise<readonly Row[]>;

/** A database without anything in between. */
export interface BareDatabase {
  /** Runs statements one after the other. */
  run(statements: readonly string[]): Promise<void>;
  prepare(name: string, sql: string): Statement;
  /** What stands after a column that has to be one of some ids, and the value of its `?`. */
  readonly inIds: string;
  idsValue(ids: readonly number[]): string;
}

/** @param file of a database that no other process writes to */
const openSqlite = (file: string): BareDatabase => {
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  database.pragma('cache_size = -65536');
  return {
    async run(statements) {
      for (const statement of statements) database.exec(statement);
    },
    prepare(_, sql) {
      const prepared = database.prepare(sql);
      return async (...values) => prepared.all(...values) as Row[];
    },
    inIds: 'in (select value from json_each(?))',
    idsValue: (ids) => JSON.stringify(ids),
  };
};

const openPostgres = (connectionString: string): BareDatabase => {
  const pool = new Pool({ connectionString, max: 10 });
  return {
    async run(statements) {
      for (const statement of statements) await pool.query(statement);
    },
    prepare(name, sql) {
      let number = 0;
      const text = sql.replace(/\?/gu, () => `$${(number += 1)}`);
      return async (...values) => (await pool.query({ name, text, values: [...values] })).rows;
    },
    inIds: '= any(?::int[])',
    idsValue: (ids) => `{${ids.join(',')}}`,
  };
};

/** Opens what the environment names. */
export const openDatabase = (): BareDatabase => {
  const { DATABASE_URL, DATABASE_FILENAME = '' } = process.env;
  return DATABASE_URL === undefined ? openSqlite(DATABASE_FILENAME) : openPostgres(DATABASE_URL);
};
