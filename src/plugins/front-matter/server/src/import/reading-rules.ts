import type { Core } from '@strapi/strapi';

import type { Archive, OpenOptions } from '../archive/archive';
import type { Settings } from '../config/settings';
import type { ReadingSetup } from '../reading/protocol';
import { resolveLocale } from '../run/locale';
import { resolveArchiveTarget } from '../site/resolve-archive-target';
import type { Target } from '../site/target';
import { needParent } from './check-options';
import { resolveLocaleRules } from './translations/locale-rules';

type SettingsOfArchive = Pick<Archive, 'settings' | 'settingsPlace'>;

/** What decides how the files of an archive are read, whichever these are. */
export type ArchiveRules = Pick<
  ReadingSetup,
  'options' | 'layout' | 'locales' | 'sourceRules' | 'sourceAttributes' | 'now'
>;

/**
 * Finds where the posts of an archive go.
 *
 * @param locale null for the app's default
 * @throws UsageError, ConfigurationError
 */
export const targetOfArchive = async (
  strapi: Core.Strapi,
  settings: Settings,
  { settings: { mapping, locales }, settingsPlace }: SettingsOfArchive,
  locale: string | null
): Promise<Target> => {
  const asked = await resolveLocale(strapi, locale);
  const unnamed = locales === null ? asked : await resolveLocale(strapi, null);
  const destination = { locale: asked, unnamed, mapping, mappingPlace: settingsPlace };
  return resolveArchiveTarget(strapi, settings, destination);
};

/**
 * How the files of an archive are read, to go to a target.
 *
 * @throws ConfigurationError
 */
export const readingRulesOf = async (
  strapi: Core.Strapi,
  settings: Settings,
  target: Target,
  archive: SettingsOfArchive,
  options: OpenOptions
): Promise<ArchiveRules> => {
  const locales = await resolveLocaleRules(strapi, target, archive);
  const nestedCategories = needParent(settings, archive, target);
  const { fields, keys, terms, draftAndPublish } = target;
  return {
    options: { ...options, nestedCategories },
    layout: { fields, keys, terms, draftAndPublish },
    locales,
    sourceRules: strapi.config.get<object>('plugin::source-links', {}),
    sourceAttributes:
      strapi.plugins['source-links']?.service('sources').attributesOf(target.uid) ?? null,
    now: Date.now(),
  };
};
