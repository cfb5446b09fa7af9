import { parseConfig, pluginPlace } from 'strapi-plugin-kit/config';
import { type Settings, settingsSchema } from './settings';

/** Where the plugin's configuration is written. */
export const PLACE = pluginPlace('front-matter');

/**
 * Decodes the plugin's configuration.
 *
 * @throws ConfigurationError that names the keys that are not as they have to be
 */
export const parseSettings = (config: unknown): Settings =>
  parseConfig(settingsSchema, config, PLACE);
