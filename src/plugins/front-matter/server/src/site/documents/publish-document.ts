import type { Core } from '@strapi/strapi';

import type { Target } from '../target';

/** What the Document Service does for types with drafts, whatever types this app has. */
interface Publishing {
  publish(params: object): Promise<unknown>;
  unpublish(params: object): Promise<unknown>;
}

const whereOf = (target: Target, documentId: string) => ({
  documentId,
  ...(target.locale === null ? {} : { locale: target.locale }),
});

const documents = (strapi: Core.Strapi, target: Target): Publishing =>
  strapi.documents(target.uid) as unknown as Publishing;

/** Publishes as an editor would, with all that follows from it, and dates the published row. */
export const publishDocument = async (
  strapi: Core.Strapi,
  target: Target,
  documentId: string,
  publishedAt: Date
): Promise<void> => {
  const where = whereOf(target, documentId);
  await documents(strapi, target).publish(where);
  await strapi.db
    .query(target.uid)
    .updateMany({ where: { ...where, publishedAt: { $notNull: true } }, data: { publishedAt } });
};

/** Unpublishes as an editor would. */
export const unpublishDocument = async (
  strapi: Core.Strapi,
  target: Target,
  documentId: string
): Promise<void> => {
  await documents(strapi, target).unpublish(whereOf(target, documentId));
};
