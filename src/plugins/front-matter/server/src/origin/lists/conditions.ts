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
  // What a list's statement calls its own table.
  const { alias } = db.queryBuilder(uid as UID.Schema) as unknown as { readonly alias: string };
  const recorded = (attribute: string): string => `${RECORDED}.${columnOf(db, RECORD, attribute)}`;
  const own = (table: string, attribute: string): string =>
    `${table}.${columnOf(db, uid, attribute)}`;
  const raw = (sql: string, values: readonly unknown[]) =>
    db.connection.raw(sql, values as readonly string[]);
  const isSame = (one: string, other: string) => raw('?? = ??', [one, other]);
  const from = (of: string, as: string): TableQuery =>
    db.getConnection(`${db.metadata.get(of).tableName} as ${as}`) as TableQuery;

  /** Narrows to one document in one language: it may be of one file in one and of another in another. */
  const inLocale = (query: TableQuery, one: string, other: string): TableQuery =>
    locale === null
      ? query
      : query.where(raw('coalesce(??, ?) = coalesce(??, ?)', [one, unnamed, other, unnamed]));

  /** The ledger's records of the document that a table is at. */
  const recordsOf = (table: string): TableQuery =>
    inLocale(from(RECORD, RECORDED), recorded('targetLocale'), own(table, 'locale')).where(
      isSame(recorded('targetDocumentId'), own(table, 'documentId'))
    );

  const ofArchive = (query: TableQuery, name: string): TableQuery =>
    query.where(raw(engineOf(db).sameText, [recorded('archive'), name]));

  /** Drafts that were saved after they were made: most were not, and of those that were there is an index. */
  const savedDrafts = (): TableQuery => {
    const drafts = from(uid, DRAFT).where(
      raw('?? <> ??', [own(DRAFT, 'updatedAt'), own(DRAFT, 'createdAt')])
    );
    return draftAndPublish ? drafts.whereNull(own(DRAFT, 'publishedAt')) : drafts;
  };

  const idIn = (records: TableQuery): TableQuery =>
    records.select(recorded('targetDocumentId')).limit(1);

  /**
   * Drafts that somebody has saved since runs last wrote them. A run leaves the time at which it made or wrote a
   * document in its draft: another time is somebody else's. What had been changed before a later run wrote there is
   * marked.
   */
  const changedDrafts = (): TableQuery => {
    const records = recordsOf(DRAFT).where((either) => {
      void either
        .where(recorded('edited'), true)
        .orWhereNull(recorded('writtenAt'))
        .orWhere(raw('?? <> ??', [own(DRAFT, 'updatedAt'), recorded('writtenAt')]));
    });
    return savedDrafts().where(own(DRAFT, 'documentId'), idIn(records));
  };

  /** That a row is one of some documents that are looked up, once for the whole list. */
  const isAmong = (documents: TableQuery, document: string, language: string): Where => {
    const rows = `${db.metadata.get(uid).tableName} as ${ROW}`;
    const ids = inLocale(
      documents.join(rows, own(ROW, 'documentId'), document),
      language,
      own(ROW, 'locale')
    );
    // MariaDB would make one join of all of it, in whatever order, but for this word.
    return { id: { $in: engineOf(db).asSubquery(db, ids.distinct(own(ROW, 'id'))) } };
  };
  /** That a row has the id of a document that is looked up for it. */
  const isIt = (id: TableQuery): Where => ({ documentId: { $eq: id } });
  const isNotIt = (id: TableQuery): Where => ({
    documentId: { $ne: raw("coalesce(?, '')", [id]) },
  });

  const ofName = async (name: string): Promise<Where> => {
    const its = ofArchive(from(RECORD, RECORDED), name);
    return (await hasFew(its.clone().select(recorded('id'))))
      ? isAmong(its, recorded('targetDocumentId'), recorded('targetLocale'))
      : isIt(idIn(ofArchive(recordsOf(alias), name)));
  };

  const ofChange = (is: boolean): Where => {
    // However many there are: to look for one of them at each row would cost as much for every row.
    const its = isAmong(changedDrafts(), own(DRAFT, 'documentId'), own(DRAFT, 'locale'));
    return is ? its : { $and: [isIt(idIn(recordsOf(alias))), { $not: its }] };
  };

  return async (filter: OriginFilter): Promise<Where> => {
    switch (filter.kind) {
      case 'archive':
        return ofName(filter.name);
      case 'imported':
        return (filter.is ? isIt : isNotIt)(idIn(recordsOf(alias)));
      case 'changed':
        return ofChange(filter.is);
      case 'none':
        return NOTHING;
    }
  };
};
