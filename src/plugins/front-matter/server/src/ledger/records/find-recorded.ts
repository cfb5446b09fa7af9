import type { Core } from '@strapi/strapi';

import { RECORD } from '../tables';

/**
 * Which of some documents the ledger has a record of, whatever the archive. No index is there for
 * it: only to be asked for once in a while.
 */
export const findRecorded = async (
  strapi: Core.Strapi,
  contentType: string,
  documentIds: readonly string[]
): Promise<ReadonlySet<string>> => {
  const rows: readonly { readonly targetDocumentId: string }[] = await strapi.db
    .query(RECORD)
    .findMany({
      where: { contentType, targetDocumentId: { $in: documentIds } },
      select: ['targetDocumentId'],
    });
  return new Set(rows.map(({ targetDocumentId }) => targetDocumentId));
};
