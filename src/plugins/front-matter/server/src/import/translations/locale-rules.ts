import type { Core } from '@strapi/strapi';
import { ConfigurationError, type KeyPath, wrongValue } from 'strapi-plugin-kit/config';

import type { Archive } from '../../archive/archive';
import type { LocaleRules } from '../../core/translations/localise-post';
import { sharedAttributes } from '../../site/schema/shared-attributes';
import type { Target } from '../../site/target';
import { findLocaleCodes } from '../../run/locale';

/**
 * Which language of an archive is which locale of the site, as its settings say.
 *
 * @throws ConfigurationError where the content type cannot have translations, or a locale is not there
 */
export const resolveLocaleRules = async (
  strapi: Core.Strapi,
  target: Target,
  { settings: { locales }, settingsPlace }: Pick<Archive, 'settings' | 'settingsPlace'>
): Promise<LocaleRules> => {
  if (locales === null) return { locales: null, fallback: target.locale };
  const wrong = (reason: string, ...path: KeyPath): ConfigurationError => {
    const [, language] = path;
    const value = language === undefined ? locales : locales[language];
    return new ConfigurationError(settingsPlace, wrongValue(path, value, reason));
  };
  if (target.locale === null) {
    const reason = `${target.uid} is not localised. Turn on internationalisation for the type, or take "locales" out`;
    throw wrong(reason, 'locales');
  }
  const codes = await findLocaleCodes(strapi);
  for (const [language, locale] of Object.entries(locales)) {
    if (codes.includes(locale)) continue;
    const reason = `it has to be one of this app's locales, which are ${codes.join(', ')}. Add it to them (Settings, Internationalization), or name one of them`;
    throw wrong(reason, 'locales', language);
  }
  const shared = sharedAttributes(strapi, target);
  if (shared.length > 0) {
    const reason = `all locales of ${target.uid} share ${shared.join(', ')}, and each translation would overwrite the others'. Give these attributes "pluginOptions": { "i18n": { "localized": true } } in the type's schema, or no value of a file (attributes, keys or mapping)`;
    throw wrong(reason, 'locales');
  }
  return { locales: new Map(Object.entries(locales)), fallback: target.locale };
};
