import type { Core } from '@strapi/strapi';
import { within } from 'strapi-plugin-kit/database';

import type { HomeDraft } from '../panel/home-contract';
import { newestRows } from './newest-rows';
import { readRows, type Row } from './read-rows';
import type { ReadableType } from './readable-types';

/** A version of a document, as far as it has one in each language. */
const versionOf = ({ documentId, locale }: Pick<Row, 'documentId' | 'locale'>): string =>
  `${documentId} ${locale ?? ''}`;

/** Those that are published, by their versions. */
const publishedOf = async (
  { db }: Core.Strapi,
  { uid }: ReadableType,
  rows: readonly Row[]
): Promise<ReadonlySet<string>> => {
  const documentIds = rows.map(({ documentId }) => documentId);
  const found: readonly Row[] = await db.query(uid).findMany({
    where: { documentId: { $in: documentIds }, publishedAt: { $notNull: true } },
    select: ['documentId', 'locale'],
  });
  return new Set(found.map(versionOf));
};

/** The newest drafts of a type that an editor has made or last changed, and that have not been published since. */
export const listDrafts = async (
  strapi: Core.Strapi,
  type: ReadableType,
  editor: number
): Promise<readonly HomeDraft[]> => {
  const { db } = strapi;
  const { tableName } = db.metadata.get(type.uid);
  const ids = await newestRows(strapi, type, {
    by: 'updatedAt',
    narrow(query, column) {
      const own = (attribute: string): string => column(attribute).replace(/^[^.]+/u, 'published');
      const published = within(db, db.connection, `${tableName} as published`)
        .select('published.id')
        .whereRaw('?? = ??', [own('documentId'), column('documentId')])
        .whereRaw('(?? = ?? or (?? is null and ?? is null))', [
          ...[own('locale'), column('locale')],
          ...[own('locale'), column('locale')],
        ])
        .whereNotNull(own('publishedAt'))
        // As Strapi tells what is modified.
        .whereRaw('?? >= ??', [own('updatedAt'), column('updatedAt')]);
      query
        // SQLite would take `is null` for what tells most, and read the drafts of everybody.
        .whereNot((rows) => void rows.whereNotNull(column('publishedAt')))
        .where((mine) => {
          void mine.where(column('createdBy'), editor).orWhere(column('updatedBy'), editor);
        })
        .whereNotExists(published);
    },
  });
  const rows = await readRows(strapi, type, ids);
  const published = await publishedOf(strapi, type, rows);
  return rows.map((row) => ({
    uid: type.uid,
    documentId: row.documentId,
    locale: row.locale,
    type: type.label,
    title: row.title,
    at: new Date(row.updatedAt).toISOString(),
    isPublished: published.has(versionOf(row)),
  }));
};
