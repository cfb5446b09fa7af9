import type { Core } from '@strapi/strapi';

import { addressesOf } from '../addresses';
import type { Target } from '../target';

/** Removes documents, those of a localised type in one locale: rows, links and addresses. */
export const removeDocuments = async (
  strapi: Core.Strapi,
  { uid, locale }: Pick<Target, 'uid' | 'locale'>,
  documentIds: readonly string[]
): Promise<void> => {
  if (documentIds.length === 0) return;
  // The foreign keys of the links remove them with the rows.
  await strapi.db.query(uid).deleteMany({
    where: { documentId: { $in: documentIds }, ...(locale === null ? {} : { locale }) },
  });
  await addressesOf(strapi, uid)?.free(documentIds, locale);
};
