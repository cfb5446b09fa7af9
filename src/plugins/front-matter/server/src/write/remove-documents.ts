import type { Core } from '@strapi/strapi';

import { addressesOf } from './addresses';
import type { Target } from './target';

/**
 * Removes documents, those of a localised type in one locale, as though they had never been: rows,
 * links and addresses.
 */
export const removeDocuments = async (
  strapi: Core.Strapi,
  { uid, locale }: Pick<Target, 'uid' | 'locale'>,
  documentIds: readonly string[]
): Promise<void> => {
  if (documentIds.length === 0) return;
  // The links go with the rows: their tables say so to the database.
  await strapi.db.query(uid).deleteMany({
    where: { documentId: { $in: documentIds }, ...(locale === null ? {} : { locale }) },
  });
  await addressesOf(strapi, uid)?.free(documentIds, locale);
};
