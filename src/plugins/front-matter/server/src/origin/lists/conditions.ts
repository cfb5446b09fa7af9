import type { Core, UID } from '@strapi/strapi';
import { columnOf, engineOf, type TableQuery } from 'strapi-plugin-kit/database';

import { RECORD } from '../../ledger/tables';
import type { Target } from '../../site/target';
import { hasFew } from './has-few';
import type { OriginFilter } from './origin-filters';

/** A condition in the shape that the database layer takes. */
export type Where = Readonly<Record<string, unknown>>;

type Listed = Pick<Target, 'uid' | 'locale' | 'unnamed' | 'draftAndPublish'>;

/** What no row is. */
const NOTHING: Where = { id: { $null: true } };

const RECORDED = 'origin_record';
const DRAFT = 'origin_draft';
const ROW = 'origin_row';

/**
 * Makes conditions on a list's rows of what the ledger says of their documents.
 *
 * Where few documents are meant, a database looks up which rows these have; else it asks the ledger for each row that
 * it comes to, and a page of a list is full before long.
 */
export const conditionsOf = (strapi: Core.Strapi, type: Listed) => {
  const { db } = strapi;
  const { uid, locale, unnamed, draftAndPublish } = type;
  const { tableName } = db.metadata.get(uid);
  // What a list's statement calls its own table.
  const { alias } = db.queryBuilder(uid as UID.Schema) as unknown as { readonly alias: string };
  const recorded = (attribute: string): string => `${RECORDED}.${columnOf(db, RECORD, attribute)}`;
  const own = (table: string, attribute: string): string =>
    `${table}.${columnOf(db, uid, attribute)}`;
  const raw = (sql: string, values: readonly unknown[]) =>
    db.connection.raw(sql, values as readonly string[]);

  const records = (): TableQuery =>
    (
      db.getConnection(`${db.metadata.get(RECORD).tableName} as ${RECORDED}`) as TableQuery
    ).whereNotNull(recorded('targetDocumentId'));

  /** Those of a document in its own language: it may be of one file in one and of another in another. */
  const inLocaleOf = (query: TableQuery, table: string): TableQuery =>
    locale === null
      ? query
      : query.where(
          raw('coalesce(??, ?) = ??', [recorded('targetLocale'), unnamed, own(table, 'locale')])
        );

  const joined = (query: TableQuery, table: string): TableQuery =>
    inLocaleOf(
      query.join(
        `${tableName} as ${table}`,
        own(table, 'documentId'),
        recorded('targetDocumentId')
      ),
      table
    );

  const ofArchive = (query: TableQuery, name: string): TableQuery =>
    query.where(raw(engineOf(db).sameText, [recorded('archive'), name]));

  /**
   * Narrows records to those of documents that somebody has saved since runs last wrote them. A run leaves the time at
   * which it made or wrote a document in its draft: another time is somebody else's. What had been changed before a
   * later run wrote there is marked.
   */
  const changed = (query: TableQuery): TableQuery => {
    const [updated, created] = [own(DRAFT, 'updatedAt'), own(DRAFT, 'createdAt')];
    const saved = joined(query, DRAFT)
      // Most were never saved again: of the others there is an index.
      .where(raw('?? <> ??', [updated, created]))
      .where((either) =>
        either
          .where(recorded('edited'), true)
          .orWhereNull(recorded('writtenAt'))
          .orWhere(raw('?? <> ??', [updated, recorded('writtenAt')]))
      );
    return draftAndPublish ? saved.whereNull(own(DRAFT, 'publishedAt')) : saved;
  };

  /** That a row is among all those of some records' documents. */
  const isAmong = (query: TableQuery): Where => {
    const ids = joined(query, ROW).select(own(ROW, 'id'));
    return { id: { $in: engineOf(db).asSubquery(db, ids) } };
  };

  /** The id of the document that a database is at, where it is that of one of some records. */
  const idOf = (query: TableQuery): TableQuery =>
    inLocaleOf(query, alias)
      .where(raw('?? = ??', [recorded('targetDocumentId'), own(alias, 'documentId')]))
      .select(recorded('targetDocumentId'))
      .limit(1);
  const has = (query: TableQuery): Where => ({ documentId: { $eq: idOf(query) } });
  const hasNot = (query: TableQuery): Where => ({
    documentId: { $ne: raw("coalesce(?, '')", [idOf(query)]) },
  });

  return async (filter: OriginFilter): Promise<Where> => {
    switch (filter.kind) {
      case 'archive': {
        const its = ofArchive(records(), filter.name);
        return (await hasFew(strapi, filter.name)) ? isAmong(its) : has(its);
      }
      case 'imported':
        return filter.is ? has(records()) : hasNot(records());
      case 'changed':
        return filter.is
          ? isAmong(changed(records()))
          : { $and: [has(records()), hasNot(changed(records()))] };
      case 'none':
        return NOTHING;
    }
  };
};
