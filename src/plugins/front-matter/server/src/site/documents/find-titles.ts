import type { Core } from '@strapi/strapi';

import type { Target } from '../target';

type Row = Readonly<Record<string, unknown>> & {
  readonly documentId: string;
  readonly publishedAt: string | null;
};

/** The titles of some documents as editors see them, by document id; without those that have none. */
export const findTitles = async (
  strapi: Core.Strapi,
  { uid, locale, fields }: Pick<Target, 'uid' | 'locale' | 'fields'>,
  documentIds: readonly string[]
): Promise<ReadonlyMap<string, string>> => {
  const title = fields.get('title')?.name;
  if (title === undefined || documentIds.length === 0) return new Map();
  const rows: readonly Row[] = await strapi.db.query(uid).findMany({
    where: { documentId: { $in: documentIds }, ...(locale === null ? {} : { locale }) },
    select: ['documentId', 'publishedAt', title],
  });
  // The draft comes last, and stays.
  const inOrder = rows.toSorted(
    (one, other) => Number(one.publishedAt === null) - Number(other.publishedAt === null)
  );
  return new Map(
    inOrder.flatMap((row) => {
      const text = row[title];
      return typeof text === 'string' ? [[row.documentId, text] as const] : [];
    })
  );
};
