import { findColumn } from '../../../schema/columns';
import type { Database, Transaction } from '../../../connections/connection';
import type { AttributeRow, ColumnRow } from '../../../rows/row-types';
import { insertPrepared } from './insert-rows';
import { toSqlite } from './to-sqlite';

type QueryBuilder = ReturnType<Database['queryBuilder']>;

const namesIn = (rows: readonly ColumnRow[]): string[] => {
  const names = new Set<string>();
  for (const row of rows) for (const name in row) names.add(name);
  return [...names];
};

/**
 * The entity manager, with its rows written by a prepared statement. All else that `createMany`
 * does, hooks, defaults, checks and conversions, it does itself: it asks itself for the query
 * builder, and is handed one that can do nothing but insert.
 */
const preparedManager = (db: Database, trx: Transaction): Database['entityManager'] => {
  const builder = (uid: string) => {
    // By the names of columns or attributes; what is left out is null.
    let rows: readonly ColumnRow[] = [];
    const inserting = {
      insert(data: readonly ColumnRow[]) {
        rows = data;
        return inserting;
      },
      transacting: () => inserting,
      execute() {
        const names = namesIn(rows);
        return insertPrepared(trx, db.metadata.get(uid).tableName, {
          columns: names.map((name) => findColumn(db, uid, name) ?? name),
          rows: rows.map((row) => names.map((name) => toSqlite(row[name] ?? null))),
        });
      },
    };
    return inserting as unknown as QueryBuilder;
  };
  return { ...db.entityManager, createQueryBuilder: builder };
};

/**
 * Creates rows of a type as `createMany` does, by a statement that is prepared once: putting
 * together one long statement for many rows takes as long as writing them.
 *
 * @returns the ids of the rows, in their order
 */
export const createRows = async (
  db: Database,
  trx: Transaction,
  uid: string,
  rows: readonly AttributeRow[]
): Promise<readonly number[]> => {
  const { ids } = await preparedManager(db, trx).createMany(uid, { data: rows });
  return ids.map(Number);
};
