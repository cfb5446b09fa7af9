import { pluginOptionsOf } from 'strapi-plugin-kit/admin';
import type { OriginOptions } from '../../server/src/panel/origin-contract';
import { PLUGIN_ID } from './plugin-id';

/** Whether documents of a type may have been imported. */
export const hasOrigins = (pluginOptions: unknown): boolean => {
  const options = pluginOptionsOf(pluginOptions, PLUGIN_ID) as Partial<OriginOptions> | null;
  return options?.hasOrigins === true;
};
