import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

/** What visitors and frontends ask, from wherever their pages were loaded. */
const isPublic = ({ path }: Context): boolean => /^\/(?:api|graphql|uploads)(?:\/|$)/i.test(path);

/**
 * Which origin's pages a browser lets read an answer. Where no origin is named, pages of any may read
 * the public API, without the visitor's cookies; the panel, its log-in included, is its own alone.
 */
const cors = (origins: readonly string[]) => ({
  name: 'strapi::cors',
  config: {
    origin: (ctx: Context) => (isPublic(ctx) ? (origins.length > 0 ? [...origins] : '*') : []),
    credentials: (ctx: Context) => isPublic(ctx) && origins.length > 0,
  },
});

export default ({ env }: Core.Config.Shared.ConfigParams) => [
  'strapi::logger',
  'strapi::errors',
  'strapi::security',
  cors(env.array('CORS_ORIGINS', []).filter((origin) => origin !== '')),
  'strapi::poweredBy',
  'strapi::query',
  'strapi::body',
  'strapi::session',
  { name: 'strapi::favicon', config: { path: './public/favicon.png' } },
  'strapi::public',
];
