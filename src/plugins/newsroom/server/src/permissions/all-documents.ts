import type { Core } from '@strapi/strapi';

import { allLocales, isLocalised } from './locales';
import { type Context, permissionsOf } from './permissions';

type Deed = 'read' | 'update' | 'publish';

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
  const locales = await allLocales(strapi);
  return locales.every((locale) => !cannot[deed]({ locale }, attribute));
};
