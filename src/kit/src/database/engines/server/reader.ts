import type { Core } from '@strapi/strapi';

import type { Reader, ReadRow } from '../../connections/reader';
import type { ColumnValue } from '../../rows/row-types';
import { rowsOf } from '../../rows/rows-of';

/** Gives statements names that are sent over and over, where the server plans these once. */
export interface StatementNames {
  /** Null for one that is not worth it. */
  of(sql: string): string | null;
  /** Whether a statement failed of its name, and may be sent again without one. */
  isRefused(error: unknown): boolean;
}

/** Node-postgres and mysql2 each look at their own one of the two. */
const AS_ARRAYS = { rowMode: 'array', rowsAsArray: true };

/**
 * Reads by the connections of the application: each has its process in the server.
 *
 * @param moment tells of what was committed, in the way of the server
 */
export const serverReader = (
  { db }: Core.Strapi,
  moment: Reader['moment'],
  names: StatementNames | null = null
): Reader => {
  const read = async (
    sql: string,
    values: readonly ColumnValue[],
    options: object
  ): Promise<readonly ReadRow[]> =>
    rowsOf(await db.connection.raw(sql, [...values]).options({ ...AS_ARRAYS, ...options }));

  const rows: Reader['rows'] = async (sql, values) => {
    const name = names?.of(sql) ?? null;
    if (name === null) return read(sql, values, {});
    try {
      return await read(sql, values, { name });
    } catch (error) {
      if (names?.isRefused(error) !== true) throw error;
      return read(sql, values, {});
    }
  };
  return { rows, fewRows: rows, moment, atOnce: (work) => work() };
};
