import type { Core } from '@strapi/strapi';

import type { Target } from '../target';

/** Which of some documents are there, in the locale that is imported into. */
export const findLiving = async (
  strapi: Core.Strapi,
  { uid, locale }: Pick<Target, 'uid' | 'locale'>,
  documentIds: readonly string[]
): Promise<ReadonlySet<string>> => {
  if (documentIds.length === 0) return new Set();
  const rows: readonly { readonly documentId: string }[] = await strapi.db.query(uid).findMany({
    where: { documentId: { $in: documentIds }, ...(locale === null ? {} : { locale }) },
    select: ['documentId'],
  });
  return new Set(rows.map(({ documentId }) => documentId));
};
