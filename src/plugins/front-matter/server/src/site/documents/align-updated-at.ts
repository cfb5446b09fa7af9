import type { SiteDocument } from '../../core/document';
import type { Core, UID } from '@strapi/strapi';

/**
 * Keeps the panel from showing a document as modified that only an import has touched.
 *
 * @returns the time that both rows have now; null where an editor's draft is newer and stays so
 */
export const alignUpdatedAt = async (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  document: SiteDocument
): Promise<Date | null> => {
  const { main, published } = document;
  const isModified =
    published !== null && Date.parse(main.updatedAt) > Date.parse(published.updatedAt);
  if (isModified) return null;
  const updatedAt = new Date();
  await strapi.db.query(uid).updateMany({
    where: { id: { $in: [main.id, published?.id ?? main.id] } },
    data: { updatedAt },
  });
  return updatedAt;
};
