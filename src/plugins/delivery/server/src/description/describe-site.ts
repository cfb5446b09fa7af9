import { generate } from '@strapi/openapi';
import type { Core } from '@strapi/strapi';

import { completeDescription, type Description } from './complete-description';

/** As much of a router as is looked at here. */
interface Router {
  readonly prefix?: string;
  readonly routes: readonly { readonly method: string; readonly path: string }[];
}

/** The routes of the application and of all plugins, below the prefix of REST. */
const allRoutes = (strapi: Core.Strapi) =>
  [...Object.values(strapi.apis), ...Object.values(strapi.plugins)]
    .flatMap(({ routes }) => Object.values(routes ?? {}) as readonly Router[])
    .flatMap(({ prefix = '', routes }) =>
      routes.map((route) => ({ ...route, path: `${prefix}${route.path}` }))
    );

/**
 * What the site answers to frontends, as an OpenAPI document: what `strapi openapi generate` writes, with what Strapi
 * has no words for.
 */
export const describeSite = (strapi: Core.Strapi): Description => {
  const { document } = generate(strapi, { type: 'content-api' });
  const url = strapi.config.get('server.url', '') || 'http://localhost:1337';
  const prefix: unknown = strapi.config.get('api.rest.prefix', '/api');
  return completeDescription(document as unknown as Description, {
    // What an application says itself stays as it is.
    server: strapi.config.has('openapi.servers') ? null : `${url}${String(prefix)}`,
    isOpen: !strapi.config.has('openapi.globalSecurity'),
    schemas: new Map(strapi.contentAPISchemaRegistry?.entries() ?? []),
    routes: allRoutes(strapi),
  });
};
