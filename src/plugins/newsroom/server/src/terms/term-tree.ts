import type { Core } from '@strapi/strapi';
import {
  chunks,
  columnOf,
  lockDocuments,
  type Transaction,
  within,
} from 'strapi-plugin-kit/database';

import type { Relation, TermType } from './term-type';

/** Holds the places of a type's terms until the transaction ends: two who move terms at once could make a circle. */
export const lockTree = (
  strapi: Core.Strapi,
  trx: Transaction,
  { uid }: Pick<TermType, 'uid'>
): Promise<void> => lockDocuments(strapi, trx, uid, ['the tree']);

/** The rows that some rows stand right under. */
const rowsAbove = async (
  strapi: Core.Strapi,
  trx: Transaction,
  { table }: Relation,
  rows: readonly number[]
): Promise<readonly number[]> => {
  const above: number[] = [];
  for (const chunk of chunks(rows)) {
    const found: readonly (number | null)[] = await within(strapi.db, trx, table.name)
      .whereIn(table.source, chunk)
      .pluck(table.target);
    above.push(...found.filter((row) => row !== null));
  }
  return above;
};

/** The rows that some rows stand under, near ones first; a circle ends where it began, and names what began it. */
export const ancestorsOf = async (
  strapi: Core.Strapi,
  trx: Transaction,
  parent: Relation,
  rows: readonly number[]
): Promise<ReadonlySet<number>> => {
  const seen = new Set<number>();
  for (let above = rows; above.length > 0;) {
    const next = new Set(await rowsAbove(strapi, trx, parent, above));
    above = [...next].filter((row) => !seen.has(row));
    for (const row of above) seen.add(row);
  }
  return seen;
};

/** Whether a term stands under itself. */
export const isOwnAncestor = async (
  strapi: Core.Strapi,
  trx: Transaction,
  { uid, parent }: TermType,
  documentId: string
): Promise<boolean> => {
  if (parent === null) return false;
  const { db } = strapi;
  const own: readonly number[] = await within(db, trx, db.metadata.get(uid).tableName)
    .where(columnOf(db, uid, 'documentId'), documentId)
    .pluck('id');
  const ancestors = await ancestorsOf(strapi, trx, parent, own);
  return own.some((row) => ancestors.has(row));
};
