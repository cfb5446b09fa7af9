import { parseConfig, pluginPlace } from 'strapi-plugin-kit/config';
import { type DeliveryConfig, deliveryConfig } from './schema';

/** Where the plugin's configuration is written. */
export const PLACE = pluginPlace('delivery');

/**
 * Reads the plugin's configuration, filling in what is left out.
 *
 * @throws ConfigurationError that names the keys that are wrong and says what they may be
 */
export const readConfig = (config: unknown): DeliveryConfig =>
  parseConfig(deliveryConfig, config, PLACE);
