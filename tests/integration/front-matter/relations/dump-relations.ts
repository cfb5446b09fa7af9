import type { Core } from '@strapi/strapi';

import { BADGE, PERSON, PLACE, SECTION, WRITER } from './types';

type Row = Record<string, unknown>;

interface Relation {
  readonly type: string;
  readonly target: string;
  readonly joinTable?: {
    readonly name: string;
    readonly joinColumn: { readonly name: string };
    readonly inverseJoinColumn: { readonly name: string };
  };
}

const RELATED = [WRITER, PERSON, SECTION, PLACE, BADGE];

/** All rows of a type of posts and of what it is related to, and all links, in names instead of ids. */
export const dumpRelations = async (strapi: Core.Strapi, uid: string) => {
  const label = new Map<string, string>();
  const rows: Record<string, readonly string[]> = {};
  for (const each of [uid, ...RELATED]) {
    const all: Row[] = await strapi.db.query(each).findMany({ orderBy: { id: 'asc' } });
    rows[each] = all
      .map(({ id, documentId: _, createdAt: __, updatedAt: ___, publishedAt, ...row }) => {
        const status = publishedAt === null ? 'draft' : 'published';
        const name = String(row['name'] ?? row['headline']);
        label.set(`${each} ${String(id)}`, `${name} ${status}`);
        return JSON.stringify({ ...row, status });
      })
      .sort();
  }
  const attributes = Object.entries(strapi.db.metadata.get(uid).attributes);
  for (const [attribute, relation] of attributes as [string, Relation][]) {
    const { target, joinTable } = relation;
    if (joinTable === undefined || !RELATED.includes(target)) continue;
    const { name, joinColumn, inverseJoinColumn } = joinTable;
    const links: Row[] = await strapi.db.getConnection(name).select('*');
    rows[attribute] = links
      .map(({ id: _, [joinColumn.name]: post, [inverseJoinColumn.name]: entry, ...orders }) =>
        JSON.stringify({
          post: label.get(`${uid} ${String(post)}`),
          entry: label.get(`${target} ${String(entry)}`),
          ...orders,
        })
      )
      .sort();
  }
  return rows;
};
