import type { Core, UID } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { messages } from '../texts/kit-messages';
import type { Params } from './repository';

const localesIn = (locale: unknown): object => {
  if (typeof locale === 'string' && locale !== '*') return { locale };
  return Array.isArray(locale) ? { locale: { $in: locale } } : {};
};

const isLocalised = (strapi: Core.Strapi, uid: string): boolean => {
  const options = strapi.contentTypes[uid as UID.ContentType]?.pluginOptions?.['i18n'];
  return (options as { localized?: unknown } | undefined)?.localized === true;
};

/**
 * Lets drafts be discarded only for what has a published version, now that the lock keeps it from
 * being unpublished: Strapi deletes the drafts and puts published versions in their places, however
 * many there are.
 *
 * @returns the parameters, their locales narrowed to those that are published
 * @throws NotFoundError where none is
 */
export const narrowDiscard = async (
  strapi: Core.Strapi,
  uid: string,
  params: Params
): Promise<Params> => {
  const several = params.locale === '*' || Array.isArray(params.locale);
  const rows: readonly { readonly locale: string | null }[] = await strapi.db.query(uid).findMany({
    select: ['locale'],
    where: {
      documentId: params.documentId,
      publishedAt: { $notNull: true },
      ...(isLocalised(strapi, uid) ? localesIn(params.locale) : {}),
    },
  });
  if (rows.length === 0) {
    throw messages.error(errors.NotFoundError, 'document.no-published');
  }
  return several ? { ...params, locale: rows.flatMap(({ locale }) => locale ?? []) } : params;
};
