import type { Engine } from '../engine';
import { createPartialIndex } from '../list-index';
import { createPartialSavedIndex } from '../saved-index';
import { queryPrepared } from './statements/query-prepared';
import { startCheckpoints } from './checkpoints/start-checkpoints';
import { checkDriver } from './driver/check-driver';
import { createRows } from './statements/create-rows';
import { errors } from './errors';
import { keeping } from './keeping';
import { guard } from './locks/guard';
import { insertOrIgnore } from './statements/insert-or-ignore';
import { insertRows } from './statements/insert-rows';
import { openPing } from './open-ping';
import { openReader } from './readers/open-reader';
import { readApart } from './readers/read-apart';
import { pauseForWriters } from './locks/pause-for-writers';
import { yieldOnAcquire } from './yield-on-acquire';
import { updateOrIgnore } from './statements/update-or-ignore';
import { watchWriters } from './locks/watch-writers';

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
  query: queryPrepared,
  openPing,
  openReader,
  readApart,
  insertOrIgnore,
  updateOrIgnore,
  insertRows,
  createRows,
  // There is no such statement, nor a need for it: no other connection writes meanwhile.
  lockRows: (query) => query,
  seeCommitted: (query) => query,
  lowerCase: 'lower(??)',
  sameText: '?? = ?',
  nullsFirst: true,
  asSubquery: (_, ids) => ids,
  // It works in the process itself and cannot be ended.
  statementLimit: () => null,
  yieldOnAcquire,
  watchWriters,
  pauseForWriters,
  keeping,
  startCheckpoints,
  // Its texts are in UTF-8 or UTF-16.
  createListIndex: createPartialIndex,
  createSavedIndex: createPartialSavedIndex,
  findNarrowColumn: async () => null,
};
