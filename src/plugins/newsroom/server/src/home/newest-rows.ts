import type { Core } from '@strapi/strapi';
import { columnOf, type TableQuery } from 'strapi-plugin-kit/database';

import type { ReadableType } from './readable-types';

/** Documents that a widget has room for. */
export const MOST = 8;

/** What is used of Strapi's query builder. */
export interface QueryBuilder {
  readonly alias: string;
  select(columns: string | readonly string[]): QueryBuilder;
  where(where: object): QueryBuilder;
  getKnexQuery(): TableQuery;
}

/** Columns of a type's table, by its attributes; those of creators hold the ids of users. */
type Column = (attribute: string) => string;

interface Asked {
  /** For Strapi's query builder. */
  readonly where?: object;
  /** The attribute whose latest values come first. */
  readonly by: 'updatedAt' | 'publishedAt';
  /** Adds what that cannot say without joins. */
  narrow(query: TableQuery, column: Column): void;
}

interface Creator {
  readonly joinColumn?: { readonly name: string };
}

/** The ids of the newest rows that an editor may read, in the order of their dates. */
export const newestRows = async (
  { db }: Core.Strapi,
  type: ReadableType,
  { where = {}, by, narrow }: Asked
): Promise<readonly number[]> => {
  const builder = db.queryBuilder(type.uid) as unknown as QueryBuilder;
  const { attributes } = db.metadata.get(type.uid);
  const column: Column = (attribute) => {
    const { joinColumn } = (attributes[attribute] ?? {}) as Creator;
    return `${builder.alias}.${joinColumn?.name ?? columnOf(db, type.uid, attribute)}`;
  };
  const query = builder
    .select('id')
    .where({ $and: [type.where(), where] })
    .getKnexQuery();
  narrow(query, column);
  const rows = (await query.orderBy(column(by), 'desc').limit(MOST)) as { readonly id: number }[];
  return rows.map(({ id }) => id);
};
