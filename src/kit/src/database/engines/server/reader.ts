import type { Core } from '@strapi/strapi';

import type { Reader } from '../../connections/reader';
import { rowsOf } from '../../rows/rows-of';

/**
 * Reads by the connections of the application: each has its process in the server.
 *
 * @param moment tells of what was committed, in the way of the server
 */
export const serverReader = ({ db }: Core.Strapi, moment: Reader['moment']): Reader => {
  const rows: Reader['rows'] = async (sql, values) =>
    // Node-postgres and mysql2 each look at their own one of the two.
    rowsOf(
      await db.connection.raw(sql, [...values]).options({ rowMode: 'array', rowsAsArray: true })
    );
  return { rows, fewRows: rows, moment, atOnce: (read) => read() };
};
