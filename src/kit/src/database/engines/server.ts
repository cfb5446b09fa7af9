import { within } from '../connection';
import { chunks } from '../chunks';
import { rowsOf } from '../rows-of';
import { sliceBySize } from '../slice-by-size';
import type { Engine } from './engine';

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

  ask: async (connection, sql, bindings) => rowsOf(await connection.raw(sql, [...bindings])),
  updateFree: async () => false,
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
  asLookUp: (_, ids) => ids,

  letOthersIn() {
    // A server works while this process answers others.
  },
  watchWriters: async () => async () => false,
  leaveRoom: () => async () => undefined,
  moveLog: async () => ({ move: async () => undefined, close: async () => undefined }),
  findNarrowColumn: async () => null,
} satisfies Partial<Engine>;
