import { pluginOptionsOf } from 'strapi-plugin-kit/admin';
import type { PanelOptions } from '../../server/src/panel/contract';
import { PLUGIN_ID } from './plugin-id';

/** What the server tells of a type that it serves. */
export type ServedType = Required<Pick<PanelOptions, 'fold' | 'relations' | 'isScheduled'>>;

/** What the server tells of a content type; null for every type that it does not serve. */
export const servedTypeOf = (pluginOptions: unknown): ServedType | null => {
  const options = pluginOptionsOf(pluginOptions, PLUGIN_ID);
  if (options === null || !Array.isArray(options['fold'])) return null;
  return options as unknown as ServedType;
};
