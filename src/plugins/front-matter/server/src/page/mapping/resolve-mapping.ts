import type { Core } from '@strapi/strapi';

import type { LocatedSettings } from '../../archive/settings/settings';
import { parseSettings } from '../../config/parse-settings';
import { resolveLocale } from '../../run/locale';
import { resolveArchiveTarget } from '../../site/resolve-archive-target';
import type { Target } from '../../site/target';

/**
 * Where the parts of an archive's posts go in this app.
 *
 * @throws ConfigurationError where the mapping names what the type does not have, or what something else becomes
 */
export const resolveMapping = async (
  strapi: Core.Strapi,
  { settings, place }: LocatedSettings
): Promise<Target> => {
  const configured = parseSettings(strapi.config.get('plugin::front-matter'));
  const locale = await resolveLocale(strapi, null);
  return resolveArchiveTarget(strapi, configured, {
    locale,
    unnamed: locale,
    mapping: settings.mapping,
    mappingPlace: place,
  });
};
