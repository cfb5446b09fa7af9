import type { Core } from '@strapi/strapi';
import { columnOf, engineOf, within, type Reader } from 'strapi-plugin-kit/database';

import type { TermCounts } from '../panel/contract';
import type { Relation, TermType } from './term-type';

const readers = new WeakMap<Core.Strapi, Promise<Reader>>();

/** What counts beside the connections that write: all documents of a site may be among them. */
const readerOf = (strapi: Core.Strapi): Promise<Reader> => {
  const opened = readers.get(strapi) ?? engineOf(strapi.db).openReader(strapi);
  readers.set(strapi, opened);
  return opened;
};

const countsOf = async (
  strapi: Core.Strapi,
  { uid, table }: Relation,
  rows: readonly number[] | null
): Promise<ReadonlyMap<number, TermCounts>> => {
  const { db } = strapi;
  const { tableName } = db.metadata.get(uid);
  const publishedAt = `${tableName}.${columnOf(db, uid, 'publishedAt')}`;
  const target = `${table.name}.${table.target}`;
  const query = within(db, db.connection, table.name)
    .join(tableName, `${tableName}.id`, `${table.name}.${table.source}`)
    .select(target)
    .count({ all: '*' })
    .count({ published: publishedAt })
    .groupBy(target);
  const { sql, bindings } = (rows === null ? query : query.whereIn(target, rows)).toSQL();
  const reader = await readerOf(strapi);
  const hasDrafts = strapi.contentType(uid).options?.draftAndPublish === true;
  const found = await reader.rows(sql, bindings as number[]);
  return new Map(
    found.map(([row, all, published]) => {
      const counts = { all: Number(all), published: Number(published) };
      const drafts = hasDrafts ? counts.all - counts.published : counts.all;
      return [Number(row), { drafts, published: counts.published }];
    })
  );
};

/**
 * Counts the documents that have terms, by the rows of the terms.
 *
 * @param relations those to count by
 * @param rows null for all
 */
export const countDocuments = async (
  strapi: Core.Strapi,
  relations: TermType['posts'],
  rows: readonly number[] | null
): Promise<(row: number) => TermCounts> => {
  const all: ReadonlyMap<number, TermCounts>[] = [];
  for (const relation of relations) all.push(await countsOf(strapi, relation, rows));
  return (row) =>
    all.reduce(
      (sum: TermCounts, counts) => ({
        drafts: sum.drafts + (counts.get(row)?.drafts ?? 0),
        published: sum.published + (counts.get(row)?.published ?? 0),
      }),
      { drafts: 0, published: 0 }
    );
};
