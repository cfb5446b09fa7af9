import type { Core, UID } from '@strapi/strapi';
import { columnOf, engineOf, type TableQuery } from 'strapi-plugin-kit/database';

import { RECORD } from '../../ledger/tables';
import type { Target } from '../../site/target';
import type { OriginFilter } from './origin-filters';

/** A condition in the shape that the database layer takes. */
export type Where = Readonly<Record<string, unknown>>;

type Listed = Pick<Target, 'uid' | 'locale' | 'unnamed' | 'draftAndPublish'>;

/** What no row is. */
const NOTHING: Where = { id: { $null: true } };

const RECORDED = 'origin_record';
const DRAFT = 'origin_draft';

/**
 * Makes conditions on a list's documents of what the ledger says of them: look-ups of their ids among those of its
 * records.
 */
export const conditionsOf = (strapi: Core.Strapi, type: Listed) => {
  const { db } = strapi;
  const { uid, locale, unnamed, draftAndPublish } = type;
  const isLocalised = locale !== null;
  // What a list's statement calls its own table.
  const { alias } = db.queryBuilder(uid as UID.Schema) as unknown as { readonly alias: string };
  const listed = (attribute: string): string => `${alias}.${columnOf(db, uid, attribute)}`;
  const recorded = (attribute: string): string => `${RECORDED}.${columnOf(db, RECORD, attribute)}`;
  const draft = (attribute: string): string => `${DRAFT}.${columnOf(db, uid, attribute)}`;
  const raw = (sql: string, values: readonly string[]) => db.connection.raw(sql, [...values]);

  const isInLocaleOf = (row: string) =>
    raw('coalesce(??, ?) = ??', [recorded('targetLocale'), unnamed, row]);

  /** The documents' ids in the ledger. */
  const ids = (): TableQuery =>
    (db.getConnection(`${db.metadata.get(RECORD).tableName} as ${RECORDED}`) as TableQuery).select(
      recorded('targetDocumentId')
    );

  /** The same of the listed row alone: a database that reads a page of a list looks no others up. */
  const idsOfRow = (): TableQuery => {
    const query = ids().where(raw('?? = ??', [recorded('targetDocumentId'), listed('documentId')]));
    return isLocalised ? query.where(isInLocaleOf(listed('locale'))) : query;
  };

  /**
   * Narrows ids to those of documents that somebody has saved since runs last wrote them. A run leaves the time at
   * which it made or wrote a document in its draft: another time is somebody else's. What had been changed before a
   * later run wrote there is marked.
   */
  const changed = (query: TableQuery): TableQuery => {
    const drafts = `${db.metadata.get(uid).tableName} as ${DRAFT}`;
    const joined = query
      .join(drafts, draft('documentId'), recorded('targetDocumentId'))
      // Most were never written again; of those few that were, databases can keep an index.
      .where(raw('?? <> ??', [draft('updatedAt'), draft('createdAt')]))
      .where((either) =>
        either
          .where(recorded('edited'), true)
          .orWhereNull(recorded('writtenAt'))
          .orWhere(raw('?? <> ??', [draft('updatedAt'), recorded('writtenAt')]))
      );
    if (draftAndPublish) joined.whereNull(draft('publishedAt'));
    return isLocalised ? joined.where(isInLocaleOf(draft('locale'))) : joined;
  };

  const among = (query: TableQuery): Where => ({ documentId: { $in: query } });
  const notAmong = (query: TableQuery): Where => ({ $not: among(query) });

  return (filter: OriginFilter): Where => {
    switch (filter.kind) {
      case 'archive':
        return among(
          idsOfRow().where(
            raw(engineOf(db).sameText, [recorded('archive'), filter.name])
          )
        );
      case 'imported':
        return filter.is ? among(idsOfRow()) : notAmong(idsOfRow());
      case 'changed':
        if (!filter.is) return { $and: [among(idsOfRow()), notAmong(changed(idsOfRow()))] };
        // A document may be changed in one language and not in another.
        return among(changed(isLocalised ? idsOfRow() : ids()));
      case 'none':
        return NOTHING;
    }
  };
};
