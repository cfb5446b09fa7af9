import type { Core } from '@strapi/strapi';

import { SETTINGS_FILE, type ArchiveSettings } from '../../archive/settings';
import { SettingsError } from '../../config/parse-settings';
import type { LocaleRules } from '../../core/translations/localise-post';
import { sharedAttributes, type Target } from '../../write/target';
import { findLocaleCodes } from './locale';

const wrong = (key: string, reason: string): SettingsError =>
  new SettingsError(key, reason, SETTINGS_FILE);

/**
 * Which language of an archive is which locale of the site, as its settings say.
 *
 * @throws SettingsError where the content type cannot have translations, or a locale is not there
 */
export const resolveLocaleRules = async (
  strapi: Core.Strapi,
  target: Target,
  { locales }: ArchiveSettings
): Promise<LocaleRules> => {
  if (locales === null) return { locales: null, otherwise: target.locale };
  if (target.locale === null) {
    const reason = `maps languages to locales, but ${target.uid} is not localised. Turn on internationalisation for the type, or take "locales" out`;
    throw wrong('locales', reason);
  }
  const codes = await findLocaleCodes(strapi);
  for (const [language, locale] of Object.entries(locales)) {
    if (codes.includes(locale)) continue;
    const reason = `names ${locale}, which is none of this app's locales: ${codes.join(', ')}. Add it to them (Settings, Internationalization), or name one of them`;
    throw wrong(`locales.${language}`, reason);
  }
  const shared = sharedAttributes(strapi, target);
  if (shared.length > 0) {
    const reason = `maps languages to locales, but all locales of ${target.uid} share ${shared.join(', ')}: each translation would overwrite the others'. Give these attributes "pluginOptions": { "i18n": { "localized": true } } in the type's schema, or no value of a file (attributes, keys or mapping)`;
    throw wrong('locales', reason);
  }
  return { locales: new Map(Object.entries(locales)), otherwise: target.locale };
};
