import { pluginOptionsOf } from 'strapi-plugin-kit/admin';
import type { PanelOptions } from '../../server/src/panel/contract';
import { PLUGIN_ID } from './plugin-id';

/** Reads what the server tells of a content type; null for every type that it does not serve. */
export function servedTypeOf(pluginOptions: unknown): PanelOptions | null {
  const options = pluginOptionsOf(pluginOptions, PLUGIN_ID);
  if (options === null) return null;
  const { code, url, key, name, providers } = options;
  if (typeof code !== 'string' || typeof url !== 'string' || !Array.isArray(providers)) return null;
  return {
    code,
    url,
    key: typeof key === 'string' ? key : null,
    name: typeof name === 'string' ? name : null,
    providers: providers.filter((provider) => typeof provider === 'string'),
  };
}
