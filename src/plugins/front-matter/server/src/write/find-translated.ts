import type { Core, UID } from '@strapi/strapi';

/**
 * Which of some documents have a row in another locale. An import makes documents in one locale:
 * every other is an editor's work.
 *
 * @param locale null where the type is not localised
 */
export const findTranslated = async (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  locale: string | null,
  documentIds: readonly string[]
): Promise<ReadonlySet<string>> => {
  if (locale === null || documentIds.length === 0) return new Set();
  const rows: readonly { readonly documentId: string }[] = await strapi.db.query(uid).findMany({
    where: { documentId: { $in: documentIds }, locale: { $ne: locale } },
    select: ['documentId'],
  });
  return new Set(rows.map(({ documentId }) => documentId));
};
