import type { Core, UID } from '@strapi/strapi';
import type { TypeSettings } from '../config/schema';
import type { PanelOptions } from './contract';

/** Tells the panel, in each type's schema, which attributes the slug field looks at. */
export function describeTypes(
  strapi: Core.Strapi,
  settings: Readonly<Record<string, TypeSettings>>
): void {
  for (const [uid, { slug, title, fallback }] of Object.entries(settings)) {
    const schema = strapi.contentTypes[uid as UID.ContentType];
    if (schema) {
      const options: PanelOptions = {
        slug,
        title,
        ...(fallback === null ? {} : { fallback }),
      };
      schema.pluginOptions = { ...schema.pluginOptions, permalinks: options };
    }
  }
}
