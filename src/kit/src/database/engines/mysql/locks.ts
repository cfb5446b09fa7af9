import type { Database, Transaction } from '../../connections/connection';

const TABLE = 'kit_locks';

/**
 * As many rows as there are locks: names share them by their hash. A row for each name would have
 * to be made, and two who make one stand in each other's gaps; `GET_LOCK` outlives a transaction.
 */
const ROWS = 4_096;

/** In one statement. */
const CHUNK = 1_024;

/** Makes the table whose rows are locked. */
export const makeLocks = async (db: Database): Promise<void> => {
  await db.connection.raw(
    `create table if not exists ${TABLE} (id smallint unsigned primary key) engine = InnoDB`
  );
  const [row] = (await db.connection(TABLE).count({ count: '*' })) as readonly { count: number }[];
  if (Number(row?.count) === ROWS) return;
  for (let first = 0; first < ROWS; first += CHUNK) {
    const rows = Array.from({ length: CHUNK }, (_, index) => ({ id: first + index }));
    await db.connection(TABLE).insert(rows).onConflict('id').ignore();
  }
};

/** Locks the rows that some names are hashed to. */
export const lock = async (trx: Transaction, keys: readonly Buffer[]): Promise<void> => {
  const ids = [...new Set(keys.map((key) => key.readUInt16BE() % ROWS))];
  await trx(TABLE).whereIn('id', ids).orderBy('id').forUpdate().select('id');
};
