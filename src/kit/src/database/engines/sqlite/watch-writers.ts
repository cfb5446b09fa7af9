import type { Database } from '../../connection';
import { rowsOf } from '../../rows-of';
import type { OthersWrite } from '../engine';

/** For so long whoever has written is expected to write again, as an editor does; in milliseconds. */
const WHILE = 60_000;

/** It changes with what other connections commit (https://www.sqlite.org/pragma.html#pragma_data_version). */
const dataVersion = async (db: Database): Promise<number> => {
  const reply: unknown = await db.connection.raw('pragma data_version');
  const [row] = rowsOf<{ readonly data_version: number }>(reply);
  return row?.data_version ?? 0;
};

/**
 * Watches whether others write to the database, besides this process. SQLite has one writer at a
 * time, so that they wait for whole transactions. Only what is committed is seen: not who waits for
 * the first time.
 */
export const watchWriters = async (db: Database): Promise<OthersWrite> => {
  let version = await dataVersion(db);
  let last = -Infinity;
  return async () => {
    const now = await dataVersion(db);
    if (now !== version) last = performance.now();
    version = now;
    return performance.now() - last < WHILE;
  };
};
