import type { Core } from '@strapi/strapi';
import { engineOf, type Transaction, within } from 'strapi-plugin-kit/database';

import type { JoinTable } from './join-table';

/** One post row and the rows of the terms it is linked to, in order. */
export interface Links {
  readonly row: number;
  /** What the row is of: a draft and its published copy have one place in a term's list. */
  readonly documentId: string;
  /** Null keeps a place. */
  readonly terms: readonly (number | null)[];
}

/** The highest place given so far in each term's list of posts, by relation table and term row. */
export type InverseOrders = Map<string, number>;

/** Asks for each term's highest place once a run: later batches count on from it. */
const loadOrders = async (
  strapi: Core.Strapi,
  trx: Transaction,
  table: JoinTable,
  inverseOrder: string,
  terms: ReadonlySet<number>,
  orders: InverseOrders
): Promise<void> => {
  const unknown = [...terms].filter((term) => !orders.has(`${table.name}:${term}`));
  if (unknown.length === 0) return;
  const rows = (await within(strapi.db, trx, table.name)
    .select(table.term)
    .max({ highest: inverseOrder })
    .whereIn(table.term, unknown)
    .groupBy(table.term)) as readonly Readonly<Record<string, number | null>>[];
  const highest = new Map(rows.map((row) => [row[table.term], row['highest'] ?? 0]));
  for (const term of unknown) orders.set(`${table.name}:${term}`, highest.get(term) ?? 0);
};

/** Gives every document its place in the list of each term: the next one, once. */
const placeInverse = (
  table: JoinTable,
  orders: InverseOrders
): ((documentId: string, term: number) => number) => {
  const given = new Map<string, number>();
  return (documentId, term) => {
    const place =
      given.get(`${documentId} ${term}`) ?? (orders.get(`${table.name}:${term}`) ?? 0) + 1;
    given.set(`${documentId} ${term}`, place);
    orders.set(`${table.name}:${term}`, place);
    return place;
  };
};

/**
 * Links posts to terms as Strapi does: the terms of a post are numbered from 1, and where the
 * relation goes both ways the post goes to the end of each term's list.
 *
 * @param batch the rows of a document one after the other
 */
export const insertLinks = async (
  strapi: Core.Strapi,
  trx: Transaction,
  table: JoinTable,
  batch: readonly Links[],
  orders: InverseOrders
): Promise<void> => {
  const { order, inverseOrder } = table;
  if (inverseOrder !== null) {
    const terms = new Set(batch.flatMap((links) => links.terms.filter((term) => term !== null)));
    await loadOrders(strapi, trx, table, inverseOrder, terms, orders);
  }
  const columns = [table.post, table.term, order, inverseOrder].filter((name) => name !== null);
  const placeOf = placeInverse(table, orders);
  const rows: number[][] = [];
  for (const { row, documentId, terms } of batch) {
    terms.forEach((term, index) => {
      if (term === null) return;
      const link = order === null ? [row, term] : [row, term, index + 1];
      if (inverseOrder !== null) link.push(placeOf(documentId, term));
      rows.push(link);
    });
  }
  await engineOf(strapi.db).insertRows(strapi.db, trx, table.name, { columns, rows });
};
