import { rowsOf } from '../../../rows/rows-of';
import type { Keeping } from '../../keeping';
import { dayAt, startOfDay } from '../../server/days';
import { logTables, logTriggers } from './log';
import { dayOf, inSchema, quoted, wordsOf } from './words';
import { triggers } from './triggers';

/** Of what somebody else owns nobody may change the triggers. */
const NOT_ALLOWED = '42501';

export const keeping: Keeping = {
  appends: true,
  countTables(db, prefix) {
    const [counts, changes] = [`${prefix}counts`, `${prefix}changes`];
    return [
      `create table if not exists ${inSchema(db, counts)} (
        list varchar(63) not null, target_id bigint not null, locale varchar(255) not null,
        total bigint not null,
        primary key (list, target_id, locale)
      )`,
      `create table if not exists ${inSchema(db, changes)} (
        id bigint generated always as identity primary key,
        list varchar(63) not null, target_id bigint not null, locale varchar(255) not null,
        difference bigint not null
      )`,
      `create index if not exists ${quoted(`${changes}_list`)} on ${inSchema(db, changes)}
        (list, target_id, locale)`,
    ];
  },
  async listingTables(db, _, kept, links) {
    const { table, values, columns } = wordsOf(db, kept);
    const listing = table(links.listing);
    const locale = kept.locale === null ? '' : 'locale, ';
    // As a query's result its columns have the types and the collations of those that are listed.
    return [
      `create table ${listing} (${columns}) as
        select ${values('listed', `link.${quoted(links.target)}`)}
        from ${table(kept.table)} as listed cross join ${table(links.table)} as link where false`,
      `alter table ${listing} add primary key (row_id, target_id)`,
      `create index ${quoted(`${links.listing}_order`)} on ${listing}
        (target_id, ${locale}order_value desc, row_id)`,
    ];
  },
  triggers,
  dayOf,
  dayAt,
  startOfDay,
  logTables,
  logTriggers,
  // A trigger goes with its function.
  drop: (db, ofTriggers, tables) => [
    ...ofTriggers.map((name) => `drop function if exists ${inSchema(db, name)}() cascade`),
    ...tables.map((name) => `drop table if exists ${inSchema(db, name)}`),
  ],
  addToCounts: (db, prefix, query) =>
    `insert into ${inSchema(db, `${prefix}changes`)} (list, target_id, locale, difference)
      select list, target_id, locale, difference from (${query}) as changed`,
  async define(_, trx, statements) {
    for (const statement of statements) await trx.raw(statement);
  },
  async findTriggers(db, connection, prefix) {
    const rows = rowsOf<{ readonly name: string; readonly text: string }>(
      await connection.raw(
        `select tgname as name, prosrc as text from pg_trigger
          join pg_proc on pg_proc.oid = tgfoid
          join pg_class on pg_class.oid = tgrelid
          join pg_namespace on pg_namespace.oid = relnamespace
          where not tgisinternal and tgenabled in ('O', 'A')
            and nspname = coalesce(?, current_schema()) and starts_with(tgname, ?)`,
        [db.getSchemaName() ?? null, prefix] as never
      )
    );
    return new Map(rows.map(({ name, text }) => [name, text]));
  },
  adviceOn: (error) =>
    (error as { readonly code?: unknown } | null)?.code === NOT_ALLOWED
      ? 'Let the user of the database own its tables, and create tables and functions in their schema.'
      : null,
};
