import { type Database, engineOf } from 'strapi-plugin-kit/database';
import type { KeptType } from './kept-types';
import { CHANGES, COUNTS } from './names';
import { column, localeOf, shown, table, text } from '../triggers/sql';

/** A constant is nothing to group by. */
const groupBy = (columns: readonly string[]): string =>
  columns.length === 0 ? '' : `group by ${columns.join(', ')}`;

const localesOf = (db: Database, type: KeptType): string[] =>
  type.locale === null ? [] : [localeOf(db, type, 'row_of')];

/** A query of what is to be counted: `list`, `target_id`, `locale`, `number`. */
export const actual = (db: Database, type: KeptType): string =>
  `select ${text(type.name)} as list, 0 as target_id, ${localeOf(db, type, 'row_of')} as locale,
    count(*) as number
  from ${table(db, type.table)} as row_of where ${shown(db, type, 'row_of')}
  ${groupBy(localesOf(db, type))}`;

/** The same by the day of a row's order. */
export const actualByDay = (db: Database, type: KeptType, days: string): string => {
  const date = `row_of.${column(db, type.order)}`;
  const day = engineOf(db).keeping.dayOf(date);
  return `select ${text(days)} as list, ${day} as target_id,
      ${localeOf(db, type, 'row_of')} as locale, count(*) as number
    from ${table(db, type.table)} as row_of
    where ${shown(db, type, 'row_of')} and ${date} is not null
    ${groupBy([day, ...localesOf(db, type)])}`;
};

/** The same of what is linked. */
export const actualLinked = (db: Database, type: KeptType): readonly string[] =>
  type.links.map(
    (links) =>
      `select ${text(links.name)} as list, link.${column(db, links.target)} as target_id,
        ${localeOf(db, type, 'row_of')} as locale, count(*) as number
      from ${table(db, links.table)} as link
      join ${table(db, type.table)} as row_of on row_of.id = link.${column(db, links.row)}
      where ${shown(db, type, 'row_of')} and link.${column(db, links.target)} is not null
      ${groupBy([`link.${column(db, links.target)}`, ...localesOf(db, type)])}`
  );

/** A query of what is counted of a list; in several rows where some of it is not added up yet. */
export const counted = (db: Database, list: string): string => {
  const query = (from: string, number: string): string =>
    `select list, target_id, locale, ${number} as number from ${table(db, from)}
      where list = ${text(list)}`;
  return engineOf(db).keeping.appends
    ? `${query(COUNTS, 'total')} union all ${query(CHANGES, 'difference')}`
    : query(COUNTS, 'total');
};
