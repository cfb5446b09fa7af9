import type { Core, UID } from '@strapi/strapi';
import type { Sources } from '../services/sources';

/** What the panel is told of a served type, in its schema's `pluginOptions['source-links']`. */
export interface PanelOptions {
  readonly code: string;
  readonly url: string;
  readonly key: string | null;
  readonly name: string | null;
  readonly providers: readonly string[];
}

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
