import { type Database, engineOf } from 'strapi-plugin-kit/database';
import type { KeptType } from './kept-types';
import { table, text } from '../triggers/sql';
import { isFilledIn, listOf } from './filled-in';
import { CHANGES, COUNTS } from './names';

/** A statement whose one row has `total`: null where nothing is kept at the moment. */
export interface CountStatement {
  readonly sql: string;
  readonly bindings: readonly (string | number)[];
}

/** A row that lists others by a relation of theirs. */
export interface ListedBy {
  readonly relation: string;
  /** The id of the row that they are linked to. */
  readonly rowId: number;
}

/**
 * The text of a count.
 *
 * @param target the row that lists, as a statement names it
 */
const write = (
  db: Database,
  type: KeptType,
  list: string,
  target: string,
  inLocale: boolean
): string => {
  const sum = (from: string, number: string): string =>
    `coalesce((select sum(${number}) from ${table(db, from)} where list = ${text(list)}
      and target_id = ${target}${inLocale ? ' and locale = ?' : ''}), 0)`;
  const total = engineOf(db).keeping.appends
    ? `${sum(COUNTS, 'total')} + ${sum(CHANGES, 'difference')}`
    : sum(COUNTS, 'total');
  return `select case when ${isFilledIn(db, type)} then ${total} end as total`;
};

/** Statements of one application's counts, each text written once. */
export const countStatements = (db: Database) => {
  const texts = new Map<string, string>();
  const times = engineOf(db).keeping.appends ? 2 : 1;
  // Rows of a type that has no languages are counted under none.
  const localeOf = (type: KeptType, locale: string | null): string | null =>
    type.locale === null ? '' : locale;

  return {
    /** @returns null for a relation by which nothing is kept */
    statement(type: KeptType, by: ListedBy | null, locale: string | null): CountStatement | null {
      const list = listOf(type, by?.relation ?? null);
      if (list === undefined) return null;
      const own = localeOf(type, locale);
      const key = `${list} ${own === null}`;
      const sql = texts.get(key) ?? write(db, type, list, '?', own !== null);
      texts.set(key, sql);
      const one = [by?.rowId ?? 0, ...(own === null ? [] : [own])];
      return { sql, bindings: Array.from({ length: times }, () => one).flat() };
    },
    /** The same of a row that a statement around it names. */
    inside(
      type: KeptType,
      relation: string | null,
      locale: string | null,
      target: string
    ): CountStatement | null {
      const list = listOf(type, relation);
      if (list === undefined) return null;
      const own = localeOf(type, locale);
      const sql = write(db, type, list, target, own !== null);
      return { sql, bindings: own === null ? [] : Array.from({ length: times }, () => own) };
    },
  };
};
