import type { Core } from '@strapi/strapi';

import { insertPrepared, toSqlite, type ColumnValue } from './insert-rows';
import { sliceBySize } from './slice-by-size';
import type { Transaction } from './transaction';

/** A row by the names of its columns or attributes; what is left out is null. */
type NamedRow = Readonly<Record<string, ColumnValue>>;

type Database = Core.Strapi['db'];
type QueryBuilder = ReturnType<Database['queryBuilder']>;

/** A row in the attributes of its type. */
export type AttributeRow = Readonly<Record<string, unknown>>;

const namesIn = (rows: readonly NamedRow[]): string[] => {
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
    const { tableName, attributes } = db.metadata.get(uid);
    const columnOf = (name: string): string => {
      const attribute = attributes[name];
      return (attribute && 'columnName' in attribute && attribute.columnName) || name;
    };
    let rows: readonly NamedRow[] = [];
    const inserting = {
      insert(data: readonly NamedRow[]) {
        rows = data;
        return inserting;
      },
      transacting: () => inserting,
      execute() {
        const names = namesIn(rows);
        return insertPrepared(trx, tableName, {
          columns: names.map(columnOf),
          rows: rows.map((row) => names.map((name) => toSqlite(row[name] ?? null))),
        });
      },
    };
    return inserting as unknown as QueryBuilder;
  };
  return { ...db.entityManager, createQueryBuilder: builder };
};

/**
 * Creates rows of a type as `createMany` does, with the hooks of other plugins running.
 *
 * SQLite is in this process, where putting together one long statement for many rows takes as
 * long as writing them: there a statement is prepared once.
 *
 * @returns the ids of the rows, in their order; null from a server, where no order is promised
 */
export const createRows = async (
  strapi: Core.Strapi,
  trx: Transaction,
  uid: string,
  rows: readonly AttributeRow[]
): Promise<readonly number[] | null> => {
  const { db } = strapi;
  if (db.dialect.client !== 'sqlite') {
    for (const slice of sliceBySize(rows)) {
      await db.entityManager.createMany(uid, { data: slice });
    }
    return null;
  }
  const { ids } = await preparedManager(db, trx).createMany(uid, { data: rows });
  return ids.map(Number);
};
