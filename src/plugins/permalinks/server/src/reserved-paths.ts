import type { Core } from '@strapi/strapi';
import { canonicalAddress } from './core/addresses/canonical-address';
import type { ReservedPaths } from './core/paths/reserved-paths';

/** What a route's path has before a part that is a parameter or a pattern, or a pattern at its end. */
const FIXED_PARTS = /^(?:\/[^/:*?+(){}[\]\\]+)+(?=$|\/[:*({]|\(\.\*\)$)/u;
const FIRST_PART = /^\/[^/:*?+(){}[\]\\]+(?=\/|$)/u;

interface Route {
  readonly path: unknown;
}

const startsOf = (routes: readonly Route[], start: RegExp): string[] =>
  routes.flatMap(({ path }) => (typeof path === 'string' ? (start.exec(path)?.[0] ?? []) : []));

/** The REST API's prefix; where it has none, the first parts of all its routes. */
function contentApi(strapi: Core.Strapi): string[] {
  const prefix = strapi.config.get('api.rest.prefix', '/api');
  if (canonicalAddress(prefix) !== '/') return [prefix];
  return startsOf(strapi.server.api('content-api').listRoutes(), FIRST_PART);
}

const known = new WeakMap<Core.Strapi, ReservedPaths>();

/**
 * Where this server answers itself: the root, the admin panel, the routes of plugins, REST, GraphQL,
 * uploads, health, and whatever else has a route; and what the configuration adds.
 */
export function reservedPaths(strapi: Core.Strapi, further: readonly string[]): ReservedPaths {
  const read = known.get(strapi);
  if (read !== undefined) return read;
  const paths = [
    '/',
    strapi.config.get('admin.path', '/admin'),
    ...contentApi(strapi),
    ...startsOf(strapi.server.api('admin').listRoutes(), FIRST_PART),
    ...startsOf(strapi.server.listRoutes(), FIXED_PARTS),
    ...further,
  ];
  const reserved = new Set(paths.flatMap((path) => canonicalAddress(path)?.toLowerCase() ?? []));
  // Until then plugins are still adding routes.
  if (strapi.isLoaded) known.set(strapi, reserved);
  return reserved;
}
