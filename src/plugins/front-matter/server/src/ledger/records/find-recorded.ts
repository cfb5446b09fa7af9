import type { Core } from '@strapi/strapi';

import { RECORD } from '../tables';

/**
 * Of which archive the ledger has a record of some documents, by their ids; what it knows nothing of is left out. No
 * index is there for it: only to be asked for once in a while.
 */
export const findRecorded = async (
  strapi: Core.Strapi,
  contentType: string,
  documentIds: readonly string[]
): Promise<ReadonlyMap<string, string>> => {
  const rows: readonly { readonly targetDocumentId: string; readonly archive: string }[] =
    await strapi.db.query(RECORD).findMany({
      where: { contentType, targetDocumentId: { $in: documentIds } },
      select: ['targetDocumentId', 'archive'],
    });
  return new Map(rows.map(({ targetDocumentId, archive }) => [targetDocumentId, archive]));
};
