import type { InsertOrIgnore } from '../engine';

const affectedRows = (reply: unknown): number => {
  const header: unknown = Array.isArray(reply) ? reply[0] : reply;
  if (typeof header === 'object' && header !== null && 'affectedRows' in header) {
    return Number(header.affectedRows);
  }
  throw new Error('The database did not say how many rows it inserted');
};

/** One statement for all rows: Knex would keep the number of those inserted to itself. */
export const insertOrIgnore =
  (unique: string): InsertOrIgnore =>
  async (trx, table, rows) => {
    const { sql, bindings } = table.insert(rows).onConflict(unique).ignore().toSQL();
    return affectedRows(await trx.raw(sql, bindings));
  };
