import type { Database } from '../../connections/connection';
import { rowsOf } from '../../rows/rows-of';

/** The value that a pragma answers with. */
export const pragma = async (db: Database, statement: string): Promise<unknown> => {
  const [row] = rowsOf<object>(await db.connection.raw(`pragma ${statement}`));
  return row === undefined ? null : Object.values(row)[0];
};

/** The database's file; null where it has no write-ahead log. */
export const findFileWithLog = async (db: Database): Promise<string | null> => {
  if ((await pragma(db, 'journal_mode')) !== 'wal') return null;
  const reply: unknown = await db.connection.raw('pragma database_list');
  const [main] = rowsOf<{ readonly file: string }>(reply);
  return main?.file || null;
};
