import type { Core, UID } from '@strapi/strapi';

interface Locales {
  find(): Promise<readonly { readonly code: string }[]>;
  getDefaultLocale(): Promise<unknown>;
}

const localesOf = (strapi: Core.Strapi): Locales =>
  strapi.plugin('i18n').service<Locales>('locales');

export const isLocalised = (strapi: Core.Strapi, uid: string): boolean =>
  (
    strapi.contentType(uid as UID.ContentType).pluginOptions?.['i18n'] as
      { localized?: unknown } | undefined
  )?.localized === true;

/** The languages that an application has, by their codes. */
export const allLocales = async (strapi: Core.Strapi): Promise<readonly string[]> =>
  (await localesOf(strapi).find()).map(({ code }) => code);

/**
 * The languages that the Document Service takes a `locale` for; null for all of them. The empty one is that of a type
 * that is not localised.
 */
export const localesNamed = async (
  strapi: Core.Strapi,
  uid: string,
  locale: unknown
): Promise<readonly string[] | null> => {
  if (!isLocalised(strapi, uid)) return [''];
  if (locale === '*') return null;
  const named = [locale ?? []].flat().map(String).filter(Boolean);
  return named.length > 0 ? named : [String(await localesOf(strapi).getDefaultLocale())];
};
