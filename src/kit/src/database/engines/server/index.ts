import { within } from '../../connections/connection';
import { askByOwnConnection } from '../../connections/own-connection';
import { chunks } from '../../rows/chunks';
import { rowsOf } from '../../rows/rows-of';
import { sliceBySize } from '../../rows/slice-by-size';
import type { Engine } from '../engine';
import { readApart } from './read-apart';

export { readApart } from './read-apart';
export { serverReader } from './reader';

/** Rows in one statement: far below what any server takes. */
const CHUNK = 500;

/** What databases that are servers have in common: all of them let several write at once. */
export const server = {
  checkDriver() {
    // Drivers of servers are JavaScript.
  },
  async prepare() {
    // Nothing is kept for locks.
  },
  isRolledBack: () => false,

  query: async (connection, sql, bindings) => rowsOf(await connection.raw(sql, [...bindings])),
  openPing: (db) => askByOwnConnection(db, 'select 1'),
  readApart,
  updateOrIgnore: async () => false,
  async insertRows(db, trx, table, { columns, rows }) {
    for (const chunk of chunks(rows, CHUNK)) {
      const named = chunk.map((row) =>
        Object.fromEntries(columns.map((column, index) => [column, row[index]]))
      );
      for (const slice of sliceBySize(named)) await within(db, trx, table).insert(slice);
    }
  },
  async createRows(db, _, uid, rows) {
    for (const slice of sliceBySize(rows)) {
      await db.entityManager.createMany(uid, { data: slice });
    }
    return null;
  },

  lockRows: (query) => query.forShare(),
  seeCommitted: (query) => query,
  lowerCase: 'lower(??)',
  sameText: '?? = ?',
  nullsFirst: true,
  asSubquery: (_, ids) => ids,

  yieldOnAcquire() {
    // A server works while this process answers others.
  },
  watchWriters: async () => async () => false,
  pauseForWriters: () => async () => undefined,
  startCheckpoints: async () => ({
    checkpoint: async () => undefined,
    close: async () => undefined,
  }),
  findNarrowColumn: async () => null,
} satisfies Partial<Engine>;
