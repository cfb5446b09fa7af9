import type { Engine } from '../engine';
import { ask } from './ask';
import { checkDriver } from './check-driver';
import { createRows } from './create-rows';
import { errors } from './errors';
import { guard } from './guard';
import { insertFree } from './insert-free';
import { insertRows } from './insert-rows';
import { leaveRoom } from './leave-room';
import { letOthersIn } from './let-others-in';
import { moveLog } from './log/move-log';
import { updateFree } from './update-free';
import { watchWriters } from './watch-writers';

/** SQLite is in this process, and has one writer at a time. */
export const sqlite: Engine = {
  errors,
  checkDriver,
  guard,
  async prepare() {
    // Nothing is kept for locks: the one writer has them all.
  },
  async lock() {
    // The transaction has begun as the one writer.
  },
  isRolledBack: () => false,
  ask,
  insertFree,
  updateFree,
  insertRows,
  createRows,
  // It has no words for a lock: nobody else writes meanwhile.
  lockRows: (query) => query,
  seeCommitted: (query) => query,
  lowerCase: 'lower(??)',
  asLookUp: (_, ids) => ids,
  // It works in the process itself and cannot be ended.
  statementLimit: () => null,
  letOthersIn,
  watchWriters,
  leaveRoom,
  moveLog,
  // Its texts are in UTF-8 or UTF-16.
  findNarrowColumn: async () => null,
};
