import type { Core } from '@strapi/strapi';

import type { Target } from '../target';

/** The documents that have one of some slugs, by slug, in one locale or in all. */
export const findBySlug = async (
  strapi: Core.Strapi,
  { uid, locale }: Pick<Target, 'uid' | 'locale'>,
  attribute: string,
  slugs: readonly string[]
): Promise<ReadonlyMap<string, string>> => {
  const rows: readonly Readonly<Record<string, string>>[] = await strapi.db.query(uid).findMany({
    where: { [attribute]: { $in: slugs }, ...(locale === null ? {} : { locale }) },
    select: ['documentId', attribute],
  });
  return new Map(rows.map((row) => [row[attribute] ?? '', row['documentId'] ?? '']));
};

/** Whether a content type has any document. */
export const hasDocuments = async (
  strapi: Core.Strapi,
  { uid }: Pick<Target, 'uid'>
): Promise<boolean> =>
  (await strapi.db.query(uid).findMany({ select: ['id'], limit: 1 })).length > 0;
