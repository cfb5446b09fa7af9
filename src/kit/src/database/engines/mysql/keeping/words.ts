import type { KeptTable } from '../../keeping';

/** A name as MySQL and MariaDB read it whatever it is. */
export const quoted = (name: string): string => `\`${name.replaceAll('`', '``')}\``;

/** A text as a statement has it, whether backslashes escape or not: names have none. */
export const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** Days are counted from the year 0; 1970 began after so many. */
export const dayOf = (value: string): string => `(to_days(${value}) - 719528)`;

/** What triggers of one table are written with. */
export interface Words {
  readonly changes: string;
  /** Whether a row is shown. */
  shown(row: string): string;
  localeOf(row: string, column: string | null): string;
  /** The columns of a listing. */
  readonly columns: string;
  /** Their values, from a row and what it is linked to. */
  values(row: string, target: string): string;
  /** Appends that a row is to be counted, or no more. */
  count(list: string, target: string, locale: string, by: 1 | -1): string;
}

export const wordsOf = (kept: KeptTable): Words => {
  const changes = quoted(`${kept.prefix}changes`);
  return {
    changes,
    shown: (row) => (kept.shownAt === null ? 'true' : `${row}.${quoted(kept.shownAt)} is not null`),
    localeOf: (row, column) => (column === null ? `''` : `coalesce(${row}.${quoted(column)}, '')`),
    columns: `row_id, target_id, order_value${kept.locale === null ? '' : ', locale'}`,
    values: (row, target) =>
      [
        `${row}.id, ${target}, ${row}.${quoted(kept.order)}`,
        ...(kept.locale === null ? [] : [`${row}.${quoted(kept.locale)}`]),
      ].join(', '),
    count: (list, target, locale, by) =>
      `insert into ${changes} (list, target_id, locale, difference)
        values (${text(list)}, ${target}, ${locale}, ${by});`,
  };
};
