import type { Core, UID } from '@strapi/strapi';

import { findRoute } from '../answers/find-routes';
import { readConfig } from '../config/read-config';
import type { Described } from '../description/described';
import type { Context } from './read-documents';

/** Where pages of a type are asked for. */
interface PagePath {
  readonly uid: string;
  /** Below the plugin's own. */
  readonly path: string;
}

/** A route for whoever may read the lists of a type. */
export interface PageRoute extends Described {
  readonly method: 'GET';
  readonly path: string;
  readonly handler: (ctx: Context) => unknown;
  readonly config: { readonly auth: { readonly scope: readonly string[] } };
}

/**
 * Where pages of the configured types are asked for. A type on whose lists the application does more than Strapi
 * would has none: what its own controller or policies keep from somebody must not be had by another way.
 */
export const pagePaths = (strapi: Core.Strapi): readonly PagePath[] => {
  const { enabled, contentTypes } = readConfig(strapi.config.get('plugin::delivery'));
  if (!enabled) return [];
  return Object.keys(contentTypes).flatMap((uid) => {
    const type = strapi.contentTypes[uid as UID.ContentType];
    if (type === undefined || typeof findRoute(strapi, uid as UID.ContentType) === 'string') {
      return [];
    }
    return [{ uid, path: `/${type.info.pluralName}` }];
  });
};

export const readersRoute = (
  uid: string,
  path: string,
  handler: PageRoute['handler'],
  described: Described
): PageRoute => ({
  ...described,
  method: 'GET',
  path,
  handler,
  config: { auth: { scope: [`${uid}.find`] } },
});

/** The types whose pages are asked for, by whole paths. */
export const pageUids = (strapi: Core.Strapi): ReadonlyMap<string, string> => {
  const prefix: unknown = strapi.config.get('api.rest.prefix', '/api');
  return new Map(
    pagePaths(strapi).map(({ uid, path }) => [`${String(prefix)}/delivery${path}`, uid])
  );
};

/** As much of a route as tells whose it is. */
interface AnyRoute {
  readonly path: string;
  readonly info?: { readonly pluginName?: string };
}

/**
 * Tells Strapi of the parameters that pages and streams take beside those of lists, for its strict checks and its
 * descriptions of routes. To be called by `register`.
 */
export const declareParameters = (strapi: Core.Strapi): void => {
  const isOfList = ({ path, info }: AnyRoute): boolean => {
    if (info?.pluginName !== 'delivery') return false;
    return pagePaths(strapi).some((own) => [own.path, `${own.path}.ndjson`].includes(path));
  };
  const isStream = (route: AnyRoute): boolean => isOfList(route) && route.path.endsWith('.ndjson');
  strapi.contentAPI.addQueryParams({
    after: { schema: (z) => z.string().optional(), matchRoute: isOfList },
    before: {
      schema: (z) => z.string().optional(),
      matchRoute: (route) => isOfList(route) && !isStream(route),
    },
    cursors: { schema: (z) => z.string().optional(), matchRoute: isStream },
  });
};
