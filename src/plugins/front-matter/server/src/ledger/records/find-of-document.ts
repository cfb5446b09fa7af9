import type { Core } from '@strapi/strapi';

import { isInLocale, type Localised } from '../../core/locale';
import { RECORD } from '../tables';
import type { StoredRecord } from './record';
import { type RecordRow, toStored } from './record-rows';

/**
 * The record of the file that a document came from, the newest where there are several; null for none.
 *
 * @param type in the document's locale
 */
export const findOfDocument = async (
  strapi: Core.Strapi,
  type: Localised & { readonly uid: string },
  documentId: string
): Promise<StoredRecord | null> => {
  const rows: readonly RecordRow[] = await strapi.db.query(RECORD).findMany({
    where: { targetDocumentId: documentId, contentType: type.uid },
    orderBy: { id: 'desc' },
  });
  // Some collations take two ids for one.
  const own = rows.find(
    (row) => row.targetDocumentId === documentId && isInLocale(type, row.targetLocale)
  );
  return own === undefined ? null : toStored(own);
};
