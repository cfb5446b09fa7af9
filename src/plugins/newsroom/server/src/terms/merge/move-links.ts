import type { Core } from '@strapi/strapi';
import {
  chunks,
  columnOf,
  lockDocuments,
  type Transaction,
  within,
} from 'strapi-plugin-kit/database';

import type { Relation } from '../term-type';
import type { RowPairs } from './term-rows';

interface Link {
  readonly id: number;
  readonly source: number;
  readonly target: number;
}

/** Some documents that are linked to rows of a term; none where no link is left. */
export const findLinked = async (
  { db }: Core.Strapi,
  trx: Transaction,
  { uid, table }: Relation,
  rows: readonly number[],
  limit: number
): Promise<readonly string[]> => {
  const sources: readonly number[] = await within(db, trx, table.name)
    .whereIn(table.target, rows)
    .limit(limit)
    .pluck(table.source);
  const documentIds: readonly string[] = await within(db, trx, db.metadata.get(uid).tableName)
    .whereIn('id', sources)
    .distinct(columnOf(db, uid, 'documentId'))
    .pluck(columnOf(db, uid, 'documentId'));
  return documentIds;
};

/** Links of all rows of some documents, drafts and published ones, to rows of terms. */
const linksOf = async (
  { db }: Core.Strapi,
  trx: Transaction,
  { uid, table }: Relation,
  documentIds: readonly string[],
  terms: readonly number[]
): Promise<readonly Link[]> => {
  const sources: readonly number[] = await within(db, trx, db.metadata.get(uid).tableName)
    .whereIn(columnOf(db, uid, 'documentId'), documentIds)
    .pluck('id');
  const links: Link[] = [];
  for (const chunk of chunks(sources)) {
    const found: readonly Link[] = await within(db, trx, table.name)
      .select('id', `${table.source} as source`, `${table.target} as target`)
      .whereIn(table.source, chunk)
      .whereIn(table.target, terms);
    links.push(...found);
  }
  return links;
};

/** The highest place that a term has given to what is linked to it. */
const highestPlace = async (
  { db }: Core.Strapi,
  trx: Transaction,
  { table }: Relation,
  column: string,
  row: number
): Promise<number> => {
  const [found] = (await within(db, trx, table.name)
    .where(table.target, row)
    .max({ highest: column })) as readonly { readonly highest: number | null }[];
  return Number(found?.highest ?? 0);
};

/**
 * Links documents to one term instead of another: each in the place that the former had among the document's terms. A
 * document that has both keeps the one that stays where it is.
 */
export const moveLinks = async (
  strapi: Core.Strapi,
  trx: Transaction,
  relation: Relation,
  pairs: RowPairs,
  documentIds: readonly string[]
): Promise<void> => {
  await lockDocuments(strapi, trx, relation.uid, documentIds);
  const { name, target, inverseOrder } = relation.table;
  const terms = [...pairs.keys(), ...pairs.values()];
  const links = await linksOf(strapi, trx, relation, documentIds, terms);
  const table = () => within(strapi.db, trx, name);
  const has = new Set(links.map((link) => `${link.source} ${link.target}`));
  for (const [from, to] of pairs) {
    const old = links.filter((link) => link.target === from);
    const [double, single] = [true, false].map((isDouble) =>
      old.filter(({ source }) => has.has(`${source} ${to}`) === isDouble).map(({ id }) => id)
    );
    for (const chunk of chunks(double ?? [])) await table().whereIn('id', chunk).delete();
    if (single === undefined || single.length === 0) continue;
    const places =
      inverseOrder === null
        ? {}
        : {
            [inverseOrder]: strapi.db.connection.raw('?? + ?', [
              inverseOrder,
              await highestPlace(strapi, trx, relation, inverseOrder, to),
            ]),
          };
    for (const chunk of chunks(single)) {
      await table()
        .whereIn('id', chunk)
        .update({ [target]: to, ...places });
    }
  }
};
