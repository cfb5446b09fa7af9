import type { Core } from '@strapi/strapi';
import { columnOf } from 'strapi-plugin-kit/database';

import type { NamedRelation } from '../panel/contract';

/** Names of each row; the list has room for no more. */
const NAMES = 3;

/** Characters of a name: those of a type may be as long as a book. */
const LENGTH = 100;

interface JoinTable {
  readonly name: string;
  readonly joinColumn: { readonly name: string };
  readonly inverseJoinColumn: { readonly name: string };
  readonly orderColumnName?: string;
}

interface Found {
  readonly owner: number;
  readonly name: string | null;
}

/** The names of the first documents that rows are related to, by the rows' ids, in one statement. */
export const readNames = async (
  { db }: Core.Strapi,
  uid: string,
  { attribute, target, name }: NamedRelation,
  ids: readonly number[]
): Promise<ReadonlyMap<number, readonly string[]>> => {
  const { joinTable } = db.metadata.get(uid).attributes[attribute] as { joinTable?: JoinTable };
  const names = new Map<number, string[]>();
  if (joinTable === undefined || ids.length === 0) return names;
  const owner = joinTable.joinColumn.name;
  const { connection } = db;
  const links = connection(joinTable.name)
    .select({ owner, target: joinTable.inverseJoinColumn.name })
    .rowNumber('place', (over) => {
      over.partitionBy(owner).orderBy(joinTable.orderColumnName ?? 'id');
    })
    .whereIn(owner, [...ids])
    .as('links');
  const column = `named.${columnOf(db, target, name)}`;
  const found: readonly Found[] = await connection
    .select('links.owner', connection.raw('substr(??, 1, ?) as ??', [column, LENGTH, 'name']))
    .from(links)
    .join({ named: db.metadata.get(target).tableName }, 'named.id', 'links.target')
    .where('links.place', '<=', NAMES)
    .orderBy(['links.owner', 'links.place']);
  for (const row of found) {
    names.set(row.owner, [...(names.get(row.owner) ?? []), row.name ?? '']);
  }
  return names;
};
