import type { Core, UID } from '@strapi/strapi';

import { type Context, permissionsOf } from './permissions';

type Deed = 'read' | 'update' | 'publish';

interface Locales {
  find(): Promise<readonly { readonly code: string }[]>;
}

/** Whether each document of a type is of a language. */
export const isLocalised = (strapi: Core.Strapi, uid: string): boolean =>
  (
    strapi.contentType(uid as UID.ContentType).pluginOptions?.['i18n'] as
      { localized?: unknown } | undefined
  )?.localized === true;

/**
 * Whether an editor may do something with all documents of a type, whoever has made them and in every language.
 *
 * @param attribute one that is to be read or written; left out for a deed that is about no attribute
 */
export const mayWithAll = async (
  strapi: Core.Strapi,
  ctx: Context,
  uid: string,
  deed: Deed,
  attribute?: string
): Promise<boolean> => {
  const { cannot, requiresEntity } = permissionsOf(strapi, ctx, uid);
  if (cannot[deed](undefined, attribute)) return false;
  if (!isLocalised(strapi, uid)) return !requiresEntity[deed]();
  // Permissions for a localised type are for languages: what nobody has made tells whether they are for nothing else.
  const locales = await strapi.plugin('i18n').service<Locales>('locales').find();
  return locales.every(({ code: locale }) => !cannot[deed]({ locale }, attribute));
};
