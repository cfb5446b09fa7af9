import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

interface Locales {
  getDefaultLocale(): Promise<string>;
}

/**
 * The language that a request is for, as for lists: the default one where it names none.
 *
 * @param isLocalised whether documents are of a language each
 * @returns null where they are not
 */
export const localeFor = async (
  strapi: Core.Strapi,
  isLocalised: boolean,
  asked: unknown
): Promise<string | null> => {
  if (!isLocalised) return null;
  if (asked !== undefined && typeof asked !== 'string') {
    throw new errors.ValidationError('"locale" is the code of one language.');
  }
  if (asked !== undefined && asked !== '') return asked;
  const locales = strapi.plugin('i18n').service('locales') as unknown as Locales;
  return locales.getDefaultLocale();
};
