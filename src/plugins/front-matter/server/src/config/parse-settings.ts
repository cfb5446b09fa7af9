import { parseConfig, pluginPlace } from 'strapi-plugin-kit/config';
import type { ArchivesSettings } from './archives-settings';
import type { EventsSettings } from './events-settings';
import { configSchema, type Settings } from './settings';

/** Where the plugin's configuration is written. */
export const PLACE = pluginPlace('front-matter');

const parse = (config: unknown) => parseConfig(configSchema, config, PLACE);

/**
 * How archives are imported, as the plugin's configuration says.
 *
 * @throws ConfigurationError that names the keys that are not as they have to be
 */
export const parseSettings = (config: unknown): Settings => parse(config).importer;

/**
 * What the Archives page may do, as the plugin's configuration says.
 *
 * @throws ConfigurationError that names the keys that are not as they have to be
 */
export const parseArchivesSettings = (config: unknown): ArchivesSettings => parse(config).archives;

/**
 * What runs tell while they are at work, as the plugin's configuration says.
 *
 * @throws ConfigurationError that names the keys that are not as they have to be
 */
export const parseEventsSettings = (config: unknown): EventsSettings => parse(config).events;
