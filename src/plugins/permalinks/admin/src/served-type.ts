import { pluginOptionsOf } from 'strapi-plugin-kit/admin';
import type { PanelOptions } from '../../server/src/panel/contract';
import { PLUGIN_ID } from './plugin-id';

/** Reads what the server tells of a content type; null for every type that it does not serve. */
export function servedTypeOf(pluginOptions: unknown): PanelOptions | null {
  const options = pluginOptionsOf(pluginOptions, PLUGIN_ID);
  if (options === null) return null;
  const { slug, title, fallback } = options;
  if (typeof slug !== 'string' || typeof title !== 'string') return null;
  return { slug, title, ...(typeof fallback === 'string' ? { fallback } : {}) };
}
