import type { Core } from '@strapi/strapi';

import type { Target } from '../target';

type Row = Readonly<Record<string, unknown>> & {
  readonly id: number;
  readonly documentId: string;
  readonly updatedAt: string;
  readonly publishedAt: string | null;
};

interface ContentTypes {
  getNonLocalizedAttributes(model: object): readonly string[];
  getNestedPopulateOfNonLocalizedAttributes(uid: string): readonly string[];
}

interface Localizations {
  syncNonLocalizedAttributes(source: object, model: object): Promise<void>;
}

/** Writing what a row says already leaves a later time in it, as though somebody had changed it. */
const restoreTimes = async (
  strapi: Core.Strapi,
  uid: Target['uid'],
  rows: readonly Row[]
): Promise<void> => {
  for (const { id, updatedAt } of rows) {
    await strapi.db
      .query(uid)
      .updateMany({ where: { id }, data: { updatedAt: new Date(updatedAt) } });
  }
};

/**
 * Gives new rows of documents that are there in other locales what all locales share: attributes of
 * somebody else's that are not localised, media and components included. Strapi does so itself when
 * an editor adds a locale.
 *
 * @param target in the locale of the new rows
 */
export const shareValues = async (
  strapi: Core.Strapi,
  { uid, locale }: Pick<Target, 'uid' | 'locale'>,
  documentIds: readonly string[]
): Promise<void> => {
  if (locale === null || documentIds.length === 0) return;
  const model = strapi.contentTypes[uid];
  const types = strapi.service('plugin::i18n.content-types') as unknown as ContentTypes;
  const localizations = strapi.service('plugin::i18n.localizations') as unknown as Localizations;
  if (model === undefined || types.getNonLocalizedAttributes(model).length === 0) return;
  for (const documentId of documentIds) {
    const rows: readonly Row[] = await strapi.db.query(uid).findMany({
      where: { documentId },
      select: ['id', 'documentId', 'updatedAt', 'publishedAt'],
    });
    const others: readonly Row[] = await strapi.db.query(uid).findMany({
      where: { documentId, locale: { $ne: locale } },
      populate: [...types.getNestedPopulateOfNonLocalizedAttributes(uid)],
      orderBy: { id: 'asc' },
    });
    const draft = others.find(({ publishedAt }) => publishedAt === null);
    const published = others.find(({ publishedAt }) => publishedAt !== null);
    // What is not public in any other locale is published as its draft has it.
    const shown = published ?? (draft && { ...draft, publishedAt: new Date().toISOString() });
    for (const source of [draft, shown]) {
      if (source !== undefined) await localizations.syncNonLocalizedAttributes(source, model);
    }
    await restoreTimes(strapi, uid, rows);
  }
};
