import type { Core, UID } from '@strapi/strapi';

import type { Target } from './schedule';

export type Draft = Readonly<Record<string, unknown>>;

/** A document's draft in one language, with who made it, for permissions that ask; null where there is none. */
export const findDraft = async (
  strapi: Core.Strapi,
  { uid, documentId, language }: Target
): Promise<Draft | null> =>
  strapi.db.query(uid as UID.ContentType).findOne({
    where: {
      documentId,
      publishedAt: null,
      ...(language === '' ? {} : { locale: language }),
    },
    populate: { createdBy: { populate: ['roles'] } },
  });
