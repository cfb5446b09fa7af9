import type { Core, UID } from '@strapi/strapi';

import { addressesOf } from './addresses';

/** Removes documents as though they had never been: rows, links and addresses. */
export const removeDocuments = async (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  documentIds: readonly string[]
): Promise<void> => {
  if (documentIds.length === 0) return;
  // The links go with the rows: their tables say so to the database.
  await strapi.db.query(uid).deleteMany({ where: { documentId: { $in: documentIds } } });
  await addressesOf(strapi, uid)?.free(documentIds);
};
