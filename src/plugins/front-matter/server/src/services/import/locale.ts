import type { Core } from '@strapi/strapi';

import { UsageError } from './usage-error';

interface Locales {
  getDefaultLocale(): Promise<string>;
  find(): Promise<readonly { readonly code: string }[]>;
}

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
  const locales = strapi.service('plugin::i18n.locales') as unknown as Locales;
  if (asked === null) return locales.getDefaultLocale();
  const codes = (await locales.find()).map(({ code }) => code);
  if (!codes.includes(asked)) {
    throw new UsageError(`--locale ${asked} is none of this app's locales: ${codes.join(', ')}.`);
  }
  return asked;
};
