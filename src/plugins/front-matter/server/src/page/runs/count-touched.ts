import type { Core, UID } from '@strapi/strapi';
import { columnOf, type TableQuery } from 'strapi-plugin-kit/database';

import { parseSettings } from '../../config/parse-settings';
import { CHANGE, RECORD } from '../../ledger/tables';

const RECORDED = 'recorded';
const CHANGED = 'changed';
const DOCUMENT = 'document';

/** Of the documents that a run has made or changed, how many are no more what it has left. */
export interface TouchedSince {
  /** Of those that it has made: how many were saved since. */
  readonly made: number;
  /** Of those that it has changed: how many were saved since. */
  readonly changed: number;
  /** Of those that it has made: how many were deleted since. */
  readonly gone: number;
}

/**
 * How many of the documents that a run has made or changed, and that is not undone, were saved since
 * runs last wrote them, or deleted. Each table is entered by the run, so that it takes as long as the run is large.
 */
export const countTouched = async (strapi: Core.Strapi, run: number): Promise<TouchedSince> => {
  const { contentType } = parseSettings(strapi.config.get('plugin::front-matter'));
  const { db } = strapi;
  const from = (uid: string, as: string): string =>
    `${db.metadata.get(uid as UID.ContentType).tableName} as ${as}`;
  const record = (name: string): string => `${RECORDED}.${columnOf(db, RECORD, name)}`;
  const change = (name: string): string => `${CHANGED}.${columnOf(db, CHANGE, name)}`;
  const own = (name: string): string => `${DOCUMENT}.${columnOf(db, contentType, name)}`;
  const raw = (sql: string, names: readonly string[]) => db.connection.raw(sql, names as string[]);

  const isSaved = raw('?? > coalesce(??, ??)', [
    own('updatedAt'),
    record('writtenAt'),
    own('createdAt'),
  ]);
  /** Where a run has written to what an editor has saved, the time tells nothing any more, and the record does. */
  const isEdited = { [record('edited')]: true };

  const countSaved = async (records: TableQuery, orElse: object = isSaved): Promise<number> => {
    const [row]: readonly { readonly edited: number | string }[] = await records
      .join(from(contentType, DOCUMENT), own('documentId'), record('targetDocumentId'))
      // A document has other rows in each of its languages.
      .where(
        raw('(?? is null or ?? = ??)', [
          record('targetLocale'),
          own('locale'),
          record('targetLocale'),
        ])
      )
      .where((saved) => {
        void saved.where(isSaved).orWhere(orElse);
      })
      .countDistinct({ edited: record('id') });
    return Number(row?.edited ?? 0);
  };
  const made = (): TableQuery =>
    db
      .getConnection(from(RECORD, RECORDED))
      .where(record('createdRun'), run)
      .whereNull(record('undoneBy')) as TableQuery;
  const countGone = async (): Promise<number> => {
    const [row]: readonly { readonly gone: number | string }[] = await made()
      .leftJoin(from(contentType, DOCUMENT), own('documentId'), record('targetDocumentId'))
      .whereNull(own('id'))
      .whereNotNull(record('targetDocumentId'))
      .countDistinct({ gone: record('id') });
    return Number(row?.gone ?? 0);
  };
  const changed = db
    .getConnection(from(CHANGE, CHANGED))
    .join(from(RECORD, RECORDED), record('targetDocumentId'), change('targetDocumentId'))
    .where(
      raw("coalesce(??, '') = coalesce(??, '')", [change('targetLocale'), record('targetLocale')])
    )
    .where(change('run'), run)
    .where(change('action'), 'updated')
    .whereNull(change('undoneBy'))
    .where((either) => {
      void either.whereNull(record('createdRun')).orWhere(record('createdRun'), '<>', run);
    }) as TableQuery;
  return {
    made: await countSaved(made(), isEdited),
    changed: await countSaved(changed),
    gone: await countGone(),
  };
};
