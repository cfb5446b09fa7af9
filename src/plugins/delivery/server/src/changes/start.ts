import { randomUUID } from 'node:crypto';
import { type Database, type Reader, type Transaction, within } from 'strapi-plugin-kit/database';
import { LOG_STATE, STATE } from '../triggers/names';
import { table, text } from '../triggers/sql';
import { LOG, START } from './names';

/** Since when the log is whole, and how far it was pruned. */
export interface Start {
  /** Another one each time that the log begins anew. */
  readonly epoch: string;
  /** Entries up to this one are not all there any more. */
  readonly forgottenTo: number;
}

/** Makes the table of the one row. */
export const makeStart = async (db: Database): Promise<void> => {
  const isThere = () => db.getSchemaConnection().hasTable(START);
  if (await isThere()) return;
  try {
    await db.getSchemaConnection().createTable(START, (made) => {
      made.string('epoch', 36).notNullable();
      made.bigInteger('forgotten_to').notNullable();
    });
  } catch (error) {
    // Another process that starts may have been before this one.
    if (!(await isThere())) throw error;
  }
};

/** The last entry that is there; 0 where there is none. */
export const lastEntry = async (db: Database, trx: Transaction): Promise<number> => {
  const [row] = (await within(db, trx, LOG).max({ last: 'id' })) as readonly {
    readonly last: number | string | null;
  }[];
  return Number(row?.last ?? 0);
};

/** Begins the log anew: nothing is known of what was written before. */
export const beginAnew = async (db: Database, trx: Transaction): Promise<void> => {
  const forgotten_to = await lastEntry(db, trx);
  await within(db, trx, START).delete();
  await within(db, trx, START).insert({ epoch: randomUUID(), forgotten_to });
};

/** The start of the log; null where it is not being written at the moment. */
export const readStart = async (db: Database, reader: Reader): Promise<Start | null> => {
  const [row] = await reader.rows(
    `select epoch, forgotten_to from ${table(db, START)} where exists (
      select 1 from ${table(db, STATE)} where name = ${text(LOG_STATE)} and mark <> ''
    )`,
    []
  );
  return row === undefined ? null : { epoch: String(row[0]), forgottenTo: Number(row[1]) };
};
