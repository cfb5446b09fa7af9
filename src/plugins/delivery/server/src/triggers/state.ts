import type { Core } from '@strapi/strapi';
import {
  type Connection,
  engineOf,
  retryTransaction,
  type Transaction,
  within,
} from 'strapi-plugin-kit/database';
import { keyOf } from 'strapi-plugin-kit/keys';
import { STATE } from './names';

type Database = Core.Strapi['db'];

/** What was made for a type: to be dropped when the type is not kept any more. */
export interface Made {
  readonly triggers: readonly string[];
  readonly listings: readonly string[];
  /** What is counted. */
  readonly lists: readonly string[];
  /** The tables that the triggers read, those of Strapi. */
  readonly reads: readonly string[];
}

/** How things are with what is kept of a type. */
export interface State {
  /** The name that the rows of its table are counted under. */
  readonly name: string;
  /** What stands for the text of its triggers; empty where they are not there. */
  readonly mark: string;
  readonly made: Made;
  /** Rows up to this id are filled in, later ones have come when triggers were there. */
  readonly fillTo: number;
  /** Rows up to this id are filled in already. */
  readonly filledTo: number;
}

interface StoredState {
  readonly name: string;
  readonly mark: string;
  readonly made: string;
  readonly fill_to: number | string;
  readonly filled_to: number | string;
}

const read = ({ name, mark, made, fill_to, filled_to }: StoredState): State => ({
  name,
  mark,
  made: JSON.parse(made) as Made,
  fillTo: Number(fill_to),
  filledTo: Number(filled_to),
});

export const hasStates = (db: Database, trx?: Transaction): Promise<boolean> =>
  db.getSchemaConnection(trx).hasTable(STATE);

/** Makes the table of states. */
export const makeStates = async (db: Database): Promise<void> => {
  if (await hasStates(db)) return;
  try {
    await db.getSchemaConnection().createTable(STATE, (table) => {
      table.string('name', 63).notNullable().primary();
      table.string('mark', 63).notNullable();
      table.text('made').notNullable();
      table.bigInteger('fill_to').notNullable();
      table.bigInteger('filled_to').notNullable();
    });
  } catch (error) {
    // Another process that starts may have been before this one.
    if (!(await hasStates(db))) throw error;
  }
};

export const readStates = async (db: Database, connection: Connection): Promise<State[]> => {
  const rows: StoredState[] = await within(db, connection, STATE).select('*').orderBy('name');
  return rows.map(read);
};

export const readState = async (
  db: Database,
  connection: Connection,
  name: string
): Promise<State | undefined> =>
  (await readStates(db, connection)).find((state) => state.name === name);

export const writeState = async (
  db: Database,
  trx: Transaction,
  { name, mark, made, fillTo, filledTo }: State
): Promise<void> => {
  await within(db, trx, STATE).where({ name }).delete();
  await within(db, trx, STATE).insert({
    name,
    mark,
    made: JSON.stringify(made),
    fill_to: fillTo,
    filled_to: filledTo,
  });
};

export const removeState = async (db: Database, trx: Transaction, name: string): Promise<void> => {
  await within(db, trx, STATE).where({ name }).delete();
};

/** Lets one process at a time change what is kept, until the transaction ends. */
export const lockStates = (db: Database, trx: Transaction): Promise<void> =>
  engineOf(db).lock(trx, [Buffer.from(keyOf('delivery', STATE), 'hex')]);

/**
 * Says that nothing is kept of a type, to every process that asks. Committed before anything is
 * dropped: not every database can do both in one transaction.
 */
export const suspend = (db: Database, state: State): Promise<void> =>
  retryTransaction(db, async (trx) => {
    await lockStates(db, trx);
    await writeState(db, trx, { ...state, mark: '', filledTo: -1 });
  });

/** Whether what is kept may be asked. */
export const isFilled = ({ mark, fillTo, filledTo }: State): boolean =>
  mark !== '' && filledTo >= fillTo;
