import type { Core } from '@strapi/strapi';

import { UsageError } from './usage-error';

interface Locales {
  getDefaultLocale(): Promise<string>;
  find(): Promise<readonly { readonly code: string }[]>;
}

const service = (strapi: Core.Strapi): Locales =>
  strapi.service('plugin::i18n.locales') as unknown as Locales;

const codesOf = async (strapi: Core.Strapi): Promise<readonly string[]> =>
  (await service(strapi).find()).map(({ code }) => code);

/** The locales of this app; none without internationalisation. */
export const findLocaleCodes = async (strapi: Core.Strapi): Promise<readonly string[]> =>
  strapi.plugin('i18n') === undefined ? [] : codesOf(strapi);

/**
 * The locale that localised types are imported in: the one asked for, else the app's default.
 *
 * @throws UsageError for a locale that the app does not have
 */
export const resolveLocale = async (strapi: Core.Strapi, asked: string | null): Promise<string> => {
  if (strapi.plugin('i18n') === undefined) {
    if (asked !== null)
      throw new UsageError(
        '--locale needs the internationalisation plugin, which this app does not have.'
      );
    return '';
  }
  if (asked === null) return service(strapi).getDefaultLocale();
  const codes = await codesOf(strapi);
  if (!codes.includes(asked)) {
    throw new UsageError(`--locale ${asked} is none of this app's locales: ${codes.join(', ')}.`);
  }
  return asked;
};
