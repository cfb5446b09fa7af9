import type { Core, UID } from '@strapi/strapi';
import { columnOf } from 'strapi-plugin-kit/database';

/** Whether documents of a type are of a language each. */
export const isLocalised = (type: { readonly pluginOptions?: unknown }): boolean =>
  (type.pluginOptions as { i18n?: { localized?: unknown } } | undefined)?.i18n?.localized === true;

/** The columns that tell which rows of a type are shown, and their language; null where all are, or none is. */
export const shownColumns = (
  strapi: Core.Strapi,
  uid: string
): { readonly shownAt: string | null; readonly locale: string | null } => {
  const type = strapi.contentType(uid as UID.ContentType);
  const column = (name: string): string => columnOf(strapi.db, uid, name);
  return {
    shownAt: type.options?.draftAndPublish === true ? column('publishedAt') : null,
    locale: isLocalised(type) ? column('locale') : null,
  };
};
