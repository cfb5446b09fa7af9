import {
  type Connection,
  type Database,
  engineOf,
  retryTransaction,
  type Transaction,
  within,
} from 'strapi-plugin-kit/database';
import { markOf } from './install';
import type { KeptType } from './kept-types';
import { column, shown, table } from '../triggers/sql';
import { isFilled, lockStates, readState, type State, writeState } from '../triggers/state';

/** Rows of a type that are filled in by one transaction, in some ten milliseconds. */
const STEP = 500;

/** Rows by their ids: above the first, up to the last. */
interface Range {
  readonly above: number;
  readonly upTo: number;
}

/** The next rows of a type. */
const nextRange = async (
  db: Database,
  trx: Transaction,
  type: KeptType,
  above: number,
  last: number
): Promise<Range> => {
  const [row] = (await within(db, trx, type.table)
    .select('id')
    .where('id', '>', above)
    .where('id', '<=', last)
    .orderBy('id')
    .offset(STEP - 1)
    .limit(1)) as readonly { readonly id: number }[];
  return { above, upTo: row?.id ?? last };
};

/** Nobody changes these rows meanwhile, and no link of them that is there goes. */
const lockRange = async (
  db: Database,
  trx: Transaction,
  type: KeptType,
  { above, upTo }: Range
): Promise<void> => {
  const { lockRows } = engineOf(db);
  const lock = async (from: string, name: string): Promise<void> => {
    const rows = within(db, trx, from).where(name, '>', above).where(name, '<=', upTo);
    await lockRows(rows.select('id').orderBy('id'));
  };
  await lock(type.table, 'id');
  for (const links of type.links) await lock(links.table, links.row);
};

const fillRange = async (
  db: Database,
  trx: Transaction,
  type: KeptType,
  { above, upTo }: Range
): Promise<void> => {
  const locale =
    type.locale === null ? ['', ''] : [', locale', `, row_of.${column(db, type.locale)}`];
  for (const links of type.links) {
    const [row, target] = [column(db, links.row), column(db, links.target)];
    await trx.raw(
      `insert into ${table(db, links.listing)} (row_id, target_id, order_value${locale[0]})
        select distinct row_of.id, link.${target}, row_of.${column(db, type.order)}${locale[1]}
        from ${table(db, type.table)} as row_of
        join ${table(db, links.table)} as link on link.${row} = row_of.id
        where row_of.id > ? and row_of.id <= ? and ${shown(db, type, 'row_of')}
          and link.${target} is not null and not exists (
            select 1 from ${table(db, links.listing)} as listed
            where listed.row_id = row_of.id and listed.target_id = link.${target}
          )`,
      [above, upTo]
    );
  }
};

/** How things are with a type, where there is something to fill in; null where there is not. */
const stateToFill = async (
  db: Database,
  connection: Connection,
  type: KeptType
): Promise<State | null> => {
  const state = await readState(db, connection, type.name);
  return state?.mark !== markOf(db, type) || isFilled(state) ? null : state;
};

/**
 * Fills in the next rows of a type, in one transaction that nobody waits for long. Several
 * processes that fill share the work.
 *
 * @returns whether there are more; false, too, where another version of the plugin keeps the type
 */
export const fillStep = async (db: Database, type: KeptType): Promise<boolean> => {
  // A transaction that locks is a write to who asks the server whether anybody has written.
  if ((await stateToFill(db, db.connection, type)) === null) return false;
  return retryTransaction(db, async (trx) => {
    await lockStates(db, trx);
    const state = await stateToFill(db, trx, type);
    if (state === null) return false;
    const range = await nextRange(db, trx, type, state.filledTo, state.fillTo);
    await lockRange(db, trx, type, range);
    await fillRange(db, trx, type, range);
    await writeState(db, trx, { ...state, filledTo: range.upTo });
    return range.upTo < state.fillTo;
  });
};
