import type { Database } from '../../../connections/connection';
import { rowsOf } from '../../../rows/rows-of';
import type { OthersWrite } from '../../engine';

/** After a commit another is expected for so long, as from an editor; in milliseconds. */
const ACTIVE_FOR = 60_000;

/** It changes with what other connections commit (https://www.sqlite.org/pragma.html#pragma_data_version). */
const dataVersion = async (db: Database): Promise<number> => {
  const reply: unknown = await db.connection.raw('pragma data_version');
  const [row] = rowsOf<{ readonly data_version: number }>(reply);
  return row?.data_version ?? 0;
};

/**
 * Watches whether others write to the database, besides this process. SQLite has one writer at a
 * time, so that they wait for whole transactions. Only commits show up here: a connection that
 * waits for its first one does not.
 */
export const watchWriters = async (db: Database): Promise<OthersWrite> => {
  let version = await dataVersion(db);
  let last = -Infinity;
  return async () => {
    const now = await dataVersion(db);
    if (now !== version) last = performance.now();
    version = now;
    return performance.now() - last < ACTIVE_FOR;
  };
};
