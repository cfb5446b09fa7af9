import { rowsOf } from '../../../rows/rows-of';
import type { Keeping } from '../../keeping';
import { dayAt, dayOf, startOfDay } from './day-of';
import { logTables, logTriggers } from './log';
import { quoted } from './quote';
import { triggers } from './triggers';

/** It has one writer at a time, which can as well count at once. */
export const keeping: Keeping = {
  appends: false,
  countTables: (_, prefix) => [
    `create table if not exists ${quoted(`${prefix}counts`)} (
      list text not null, target_id integer not null, locale text not null,
      total integer not null,
      primary key (list, target_id, locale)
    ) without rowid`,
  ],
  // A column without a type keeps and sorts values as the listed one does.
  async listingTables(_db, _connection, { locale }, { listing }) {
    const own = locale === null ? ['', ''] : ['locale text, ', 'locale, '];
    return [
      `create table ${quoted(listing)} (
        row_id integer not null, target_id integer not null, order_value, ${own[0]}
        primary key (row_id, target_id)
      ) without rowid`,
      `create index ${quoted(`${listing}_order`)} on ${quoted(listing)}
        (target_id, ${own[1]}order_value desc, row_id)`,
    ];
  },
  triggers: (_, kept, mark) => triggers(kept, mark),
  dayOf,
  dayAt,
  startOfDay,
  logTables: (_, prefix) => logTables(prefix),
  logTriggers: (_, log, mark) => logTriggers(log, mark),
  drop: (_, ofTriggers, tables) => [
    ...ofTriggers.map((name) => `drop trigger if exists ${quoted(name)}`),
    ...tables.map((name) => `drop table if exists ${quoted(name)}`),
  ],
  addToCounts: (_, prefix, query) =>
    `insert into ${quoted(`${prefix}counts`)} (list, target_id, locale, total)
      select list, target_id, locale, difference from (${query}) as changed where true
      on conflict (list, target_id, locale) do update set total = total + excluded.total`,
  async define(_, trx, statements) {
    for (const statement of statements) await trx.raw(statement);
  },
  async findTriggers(_, connection, prefix) {
    const rows = rowsOf<{ readonly name: string; readonly sql: string }>(
      await connection.raw(
        `select name, sql from sqlite_master where type = 'trigger' and substr(name, 1, ?) = ?`,
        [prefix.length, prefix]
      )
    );
    return new Map(rows.map(({ name, sql }) => [name, sql]));
  },
  adviceOn: () => null,
};
