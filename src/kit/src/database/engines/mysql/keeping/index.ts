import type { Connection } from '../../../connections/connection';
import { rowsOf } from '../../../rows/rows-of';
import type { Keeping } from '../../keeping';
import { dayAt, startOfDay } from '../../server/days';
import { logTables } from './log/tables';
import { logTriggers } from './log/triggers';
import { dayOf, quoted } from './words';
import { triggers } from './triggers';

/** By number, what has to be set where a trigger is refused. */
const ADVICE: Readonly<Record<number, string>> = {
  // The server writes a binary log.
  1419: 'Set log_bin_trust_function_creators = 1 on the server, or give the user of the database the privilege SUPER.',
  1142: 'Give the user of the database the privileges CREATE, DROP, INDEX and TRIGGER on it.',
  1227: 'Give the user of the database the privileges CREATE, DROP, INDEX and TRIGGER on it.',
};

interface Column {
  readonly type: string;
  readonly encoding: string | null;
  readonly collation: string | null;
}

/** A column's type as a new table has to have it, so that its values sort alike. */
const typeOf = async (connection: Connection, table: string, column: string): Promise<string> => {
  const [found] = rowsOf<Column>(
    await connection.raw(
      `select column_type as type, character_set_name as encoding, collation_name as collation
        from information_schema.columns
        where table_schema = database() and table_name = ? and column_name = ?`,
      [table, column]
    )
  );
  if (found === undefined) throw new Error(`There is no column "${column}" of "${table}".`);
  const { type, encoding, collation } = found;
  return encoding === null ? type : `${type} character set ${encoding} collate ${collation}`;
};

const COUNTED = `list varchar(64) character set ascii collate ascii_bin not null,
  target_id bigint not null,
  locale varchar(255) character set utf8mb4 collate utf8mb4_bin not null`;

export const keeping: Keeping = {
  appends: true,
  countTables(_, prefix) {
    const [counts, changes] = [`${prefix}counts`, `${prefix}changes`];
    return [
      `create table if not exists ${quoted(counts)} (
        ${COUNTED}, total bigint not null,
        primary key (list, target_id, locale)
      ) engine = InnoDB`,
      `create table if not exists ${quoted(changes)} (
        id bigint unsigned not null auto_increment primary key,
        ${COUNTED}, difference bigint not null,
        key ${quoted(`${changes}_list`)} (list, target_id, locale)
      ) engine = InnoDB`,
    ];
  },
  async listingTables(_, connection, kept, links) {
    const order = await typeOf(connection, kept.table, kept.order);
    const locale = kept.locale === null ? null : await typeOf(connection, kept.table, kept.locale);
    return [
      `create table ${quoted(links.listing)} (
        row_id int unsigned not null, target_id int unsigned not null, order_value ${order} null,
        ${locale === null ? '' : `locale ${locale} null,`}
        primary key (row_id, target_id),
        key ${quoted(`${links.listing}_order`)}
          (target_id, ${locale === null ? '' : 'locale, '}order_value desc, row_id)
      ) engine = InnoDB`,
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
    `insert into ${quoted(`${prefix}changes`)} (list, target_id, locale, difference)
      select list, target_id, locale, difference from (${query}) as changed`,
  // Such a statement ends the transaction that it is in.
  async define({ connection }, _, statements) {
    for (const statement of statements) await connection.raw(statement);
  },
  async findTriggers(_, connection, prefix) {
    const rows = rowsOf<{ readonly name: string; readonly text: string }>(
      await connection.raw(
        `select trigger_name as name, action_statement as text from information_schema.triggers
          where trigger_schema = database() and left(trigger_name, ?) = ?`,
        [prefix.length, prefix]
      )
    );
    return new Map(rows.map(({ name, text }) => [name, text]));
  },
  adviceOn: (error) => {
    const { errno } = (error ?? {}) as { readonly errno?: unknown };
    return typeof errno === 'number' ? (ADVICE[errno] ?? null) : null;
  },
};
