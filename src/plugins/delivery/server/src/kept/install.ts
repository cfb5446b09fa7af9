import {
  type Connection,
  type Database,
  engineOf,
  retryTransaction,
  type Transaction,
  within,
} from 'strapi-plugin-kit/database';
import { keyOf } from 'strapi-plugin-kit/keys';
import { correctCounts } from './correct-counts';
import type { KeptType } from './kept-types';
import { findLost } from '../triggers/find-lost';
import { PREFIX } from '../triggers/names';
import { CHANGES, COUNTS } from './names';
import {
  lockStates,
  type Made,
  readState,
  type State,
  suspend,
  writeState,
} from '../triggers/state';
import { drop } from './uninstall';

/** To be changed with what triggers rely on besides their own texts. */
const VERSION = '1';

/** What stands for the triggers of a type: another one where their text would be another. */
export const markOf = (db: Database, type: KeptType): string =>
  keyOf(VERSION, JSON.stringify(engineOf(db).keeping.triggers(db, type, ''))).slice(0, 16);

export const madeFor = (db: Database, type: KeptType): Made => ({
  triggers: engineOf(db)
    .keeping.triggers(db, type, '')
    .map(({ name }) => name),
  listings: type.links.map(({ listing }) => listing),
  lists: [
    type.name,
    ...(type.days === null ? [] : [type.days]),
    ...type.links.map(({ name }) => name),
  ],
  reads: [
    ...new Set([type.table, ...type.links.flatMap(({ table, targets }) => [table, targets])]),
  ],
});

/** The triggers and tables that should be there, and are not as they should be. */
export const findMissing = async (
  db: Database,
  connection: Connection,
  type: KeptType
): Promise<string[]> => {
  const { keeping } = engineOf(db);
  const { triggers, listings } = madeFor(db, type);
  const missing = await findLost(db, connection, triggers, markOf(db, type));
  const tables = [COUNTS, ...(keeping.appends ? [CHANGES] : []), ...listings];
  for (const table of tables) {
    if (!(await db.getSchemaConnection().hasTable(table))) missing.push(table);
  }
  return missing;
};

/** Makes tables and triggers anew; nothing is filled in. */
const make = async (db: Database, trx: Transaction, type: KeptType): Promise<void> => {
  const { keeping } = engineOf(db);
  await keeping.define(db, trx, keeping.countTables(db, PREFIX));
  for (const links of type.links) {
    await keeping.define(db, trx, await keeping.listingTables(db, trx, type, links));
  }
  for (const { statements } of keeping.triggers(db, type, markOf(db, type))) {
    await keeping.define(db, trx, statements);
  }
};

/** The last row that is there; later ones come when triggers are. */
const lastId = async (db: Database, trx: Transaction, table: string): Promise<number> => {
  const [row] = (await within(db, trx, table).max({ last: 'id' })) as readonly {
    readonly last: number | null;
  }[];
  return Number(row?.last ?? 0);
};

const both = (one: Made, other: Made): Made => {
  const union = (name: keyof Made): string[] => [...new Set([...one[name], ...other[name]])];
  return {
    triggers: union('triggers'),
    listings: union('listings'),
    lists: union('lists'),
    reads: union('reads'),
  };
};

/** Whether what was made for a type is there as it should be. */
const isWhole = async (db: Database, state: State | undefined, type: KeptType): Promise<boolean> =>
  state?.mark === markOf(db, type) && (await findMissing(db, db.connection, type)).length === 0;

/**
 * Makes what a database keeps of a type, unless it is there and whole. Where anything was lost,
 * what was written since is not counted: all is made and filled anew.
 *
 * @param anew makes it though it is there
 */
export const install = async (
  db: Database,
  type: KeptType,
  { anew = false } = {}
): Promise<void> => {
  const { name } = type;
  const mark = markOf(db, type);
  const made = madeFor(db, type);
  const before = await readState(db, db.connection, name);
  if (!anew && (await isWhole(db, before, type))) return;
  await suspend(db, {
    name,
    mark,
    made: both(before?.made ?? made, made),
    fillTo: 0,
    filledTo: -1,
  });
  /** Another process that starts may be before this one with any step. */
  const unlessDone = (work: (trx: Transaction) => Promise<void>): Promise<void> =>
    retryTransaction(db, async (trx) => {
      await lockStates(db, trx);
      if ((await readState(db, trx, name))?.mark !== mark) await work(trx);
    });
  await unlessDone(async (trx) => {
    await drop(db, trx, both(before?.made ?? made, made));
    await make(db, trx, type);
  });
  await unlessDone(async (trx) => {
    await correctCounts(db, trx, type);
    const fillTo = await lastId(db, trx, type.table);
    await writeState(db, trx, { name, mark, made, fillTo, filledTo: 0 });
  });
};
