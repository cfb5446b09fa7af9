import type { Core, UID } from '@strapi/strapi';
import type { Sources } from '../sources/sources';
import type { PanelOptions } from './contract';

/** Tells the panel which types are served, by which attributes, and the providers to filter by. */
export function describeTypes(strapi: Core.Strapi, { config, rules }: Sources): void {
  const providers = rules.providers.map(({ name }) => name);
  for (const [uid, { code, url, key, name }] of Object.entries(config.contentTypes)) {
    const type = strapi.contentTypes[uid as UID.ContentType];
    if (type === undefined) continue;
    const options: PanelOptions = {
      code,
      url,
      key: key || null,
      name: name || null,
      providers,
    };
    type.pluginOptions = { ...type.pluginOptions, 'source-links': options };
  }
}
