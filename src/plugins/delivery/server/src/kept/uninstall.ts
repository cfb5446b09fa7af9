import {
  type Database,
  engineOf,
  retryTransaction,
  type Transaction,
  within,
} from 'strapi-plugin-kit/database';
import { LOG_STATE } from '../triggers/names';
import { CHANGES, COUNTS } from './names';
import {
  hasStates,
  lockStates,
  type Made,
  readStates,
  removeState,
  suspend,
} from '../triggers/state';

/** Drops triggers, listings and counts that were made for a type, or may have been. */
export const drop = async (db: Database, trx: Transaction, made: Made): Promise<void> => {
  const { keeping } = engineOf(db);
  await keeping.define(db, trx, keeping.drop(db, made.triggers, made.listings));
  for (const table of keeping.appends ? [COUNTS, CHANGES] : [COUNTS]) {
    if (!(await db.getSchemaConnection(trx).hasTable(table))) continue;
    await within(db, trx, table)
      .whereIn('list', [...made.lists])
      .delete();
  }
};

/** Drops what was made for types that are kept no more. */
export const uninstallOthers = async (db: Database, kept: ReadonlySet<string>): Promise<void> => {
  if (!(await hasStates(db))) return;
  for (const state of await readStates(db, db.connection)) {
    if (kept.has(state.name) || state.name === LOG_STATE) continue;
    await suspend(db, state);
    await retryTransaction(db, async (trx) => {
      await lockStates(db, trx);
      await drop(db, trx, state.made);
      await removeState(db, trx, state.name);
    });
  }
};

/** Drops all that is kept. The tables of counts and states stay, empty: a site that serves may ask them. */
export const uninstallAll = (db: Database): Promise<void> => uninstallOthers(db, new Set());
