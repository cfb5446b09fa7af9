import {
  type Database,
  engineOf,
  type LogOf,
  retryTransaction,
  type Transaction,
} from 'strapi-plugin-kit/database';
import { keyOf } from 'strapi-plugin-kit/keys';
import { findLost } from '../triggers/find-lost';
import { LOG_STATE } from '../triggers/names';
import {
  hasStates,
  lockStates,
  type Made,
  makeStates,
  readState,
  removeState,
  type State,
  suspend,
  writeState,
} from '../triggers/state';
import { INBOX, LOG, START } from './names';
import { beginAnew, makeStart } from './start';

/** To be changed with what triggers rely on besides their own texts. */
const VERSION = '1';

/** What stands for the triggers of a log: another one where their text would be another. */
const markOf = (db: Database, log: LogOf): string =>
  keyOf(VERSION, JSON.stringify(engineOf(db).keeping.logTriggers(db, log, ''))).slice(0, 16);

const tablesFor = (db: Database): string[] =>
  engineOf(db).keeping.appends ? [LOG, INBOX, START] : [LOG, START];

const madeFor = (db: Database, log: LogOf): Made => ({
  triggers: engineOf(db)
    .keeping.logTriggers(db, log, '')
    .map(({ name }) => name),
  listings: tablesFor(db),
  lists: [],
  reads: [...log.tables, ...log.links].map(({ table }) => table),
});

const dropTriggers = (db: Database, trx: Transaction, names: readonly string[]): Promise<void> =>
  engineOf(db).keeping.define(db, trx, engineOf(db).keeping.drop(db, names, []));

const isWhole = async (
  db: Database,
  state: State | undefined,
  { triggers }: Made,
  mark: string
): Promise<boolean> => {
  if (state?.mark !== mark) return false;
  for (const table of tablesFor(db)) {
    if (!(await db.getSchemaConnection().hasTable(table))) return false;
  }
  return (await findLost(db, db.connection, triggers, mark)).length === 0;
};

/**
 * Makes the log and its triggers, unless they are there and whole. Where anything was lost, what was
 * written since is not told: the log begins anew, and its readers have to.
 */
export const installLog = async (db: Database, log: LogOf): Promise<void> => {
  await makeStates(db);
  const { keeping } = engineOf(db);
  const mark = markOf(db, log);
  const made = madeFor(db, log);
  const before = await readState(db, db.connection, LOG_STATE);
  if (await isWhole(db, before, made, mark)) return;
  const all = [...new Set([...(before?.made.triggers ?? []), ...made.triggers])];
  await suspend(db, {
    name: LOG_STATE,
    mark,
    made: { ...made, triggers: all },
    fillTo: 0,
    filledTo: -1,
  });
  await makeStart(db);
  /** Another process that starts may be before this one with any step. */
  const unlessDone = (work: (trx: Transaction) => Promise<void>): Promise<void> =>
    retryTransaction(db, async (trx) => {
      await lockStates(db, trx);
      if ((await readState(db, trx, LOG_STATE))?.mark !== mark) await work(trx);
    });
  await unlessDone(async (trx) => {
    await dropTriggers(db, trx, all);
    await keeping.define(db, trx, keeping.logTables(db, log.prefix));
    for (const { statements } of keeping.logTriggers(db, log, mark)) {
      await keeping.define(db, trx, statements);
    }
  });
  await unlessDone(async (trx) => {
    await beginAnew(db, trx);
    await writeState(db, trx, { name: LOG_STATE, mark, made, fillTo: 0, filledTo: 0 });
  });
};

/** Drops the log and its triggers, as far as they are there. */
export const uninstallLog = async (db: Database): Promise<void> => {
  if (!(await hasStates(db))) return;
  const state = await readState(db, db.connection, LOG_STATE);
  if (state === undefined) return;
  const { keeping } = engineOf(db);
  await suspend(db, state);
  await retryTransaction(db, async (trx) => {
    await lockStates(db, trx);
    await keeping.define(db, trx, keeping.drop(db, state.made.triggers, state.made.listings));
    await removeState(db, trx, LOG_STATE);
  });
};
