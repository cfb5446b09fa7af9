import type { Connection } from '../../../connections/connection';
import type { ColumnValue } from '../../../rows/row-types';
import { connectionOf } from '../connection';
import { prepare } from './prepare';
import { toSqlite } from './to-sqlite';

/** Sends an update of one row that does nothing where it would meet a unique key. */
export const updateOrIgnore = async (
  trx: Connection,
  sql: string,
  bindings: readonly ColumnValue[]
): Promise<boolean> => {
  const connection = await connectionOf(trx);
  // Knex has no words for it.
  const statement = prepare(connection, sql.replace(/^update/u, 'update or ignore'));
  return statement.run(bindings.map(toSqlite)).changes === 1;
};
