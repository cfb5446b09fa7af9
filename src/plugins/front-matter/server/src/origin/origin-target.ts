import type { Core } from '@strapi/strapi';
import { ConfigurationError, filePlace } from 'strapi-plugin-kit/config';

import { SETTINGS_FILE } from '../archive/settings/settings';
import { parseSettings } from '../config/parse-settings';
import type { Mapping } from '../core/fit/mapping';
import { resolveLocale } from '../run/locale';
import { resolveTarget } from '../site/resolve-target';
import type { Target } from '../site/target';

/** The UID of the type that posts become. */
export const importedType = (strapi: Core.Strapi): string =>
  parseSettings(strapi.config.get('plugin::front-matter')).contentType;

/** Keys that an archive itself mapped to attributes, as its run remembers them. */
export const mappingOf = (options: Readonly<Record<string, unknown>> | undefined): Mapping => {
  const mapping = options?.['mapping'];
  return typeof mapping === 'object' && mapping !== null ? (mapping as Mapping) : {};
};

/**
 * Where files go in this app.
 *
 * @param locale that of the document; null for the app's default
 * @param mapping an archive's own; left aside where the type does not have its attributes any more
 */
export const originTarget = async (
  strapi: Core.Strapi,
  locale: string | null,
  mapping: Mapping = {}
): Promise<Target> => {
  const settings = parseSettings(strapi.config.get('plugin::front-matter'));
  const unnamed = await resolveLocale(strapi, null);
  const place = { locale: locale ?? unnamed, unnamed, mappingPlace: filePlace(SETTINGS_FILE) };
  try {
    return resolveTarget(strapi, settings, { ...place, mapping });
  } catch (error) {
    if (!(error instanceof ConfigurationError) || Object.keys(mapping).length === 0) throw error;
    return resolveTarget(strapi, settings, { ...place, mapping: {} });
  }
};
