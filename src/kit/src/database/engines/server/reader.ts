import type { Core } from '@strapi/strapi';

import type { Reader } from '../../connections/reader';
import type { ErrorCodes } from '../engine';
import { startSending } from './send';

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
 * @param errors the codes of the server's errors
 * @param moment tells of what was committed, in the way of the server
 */
export const serverReader = (
  { db }: Core.Strapi,
  errors: ErrorCodes,
  moment: Reader['moment'],
  names: StatementNames | null = null
): Reader => {
  const send = startSending(db, errors);

  const rows: Reader['rows'] = async (sql, values) => {
    const name = names?.of(sql) ?? null;
    if (name === null) return send(sql, values, AS_ARRAYS);
    try {
      return await send(sql, values, { ...AS_ARRAYS, name });
    } catch (error) {
      if (names?.isRefused(error) !== true) throw error;
      return send(sql, values, AS_ARRAYS);
    }
  };
  return { rows, fewRows: rows, moment, atOnce: (work) => work() };
};
