import type { Core } from '@strapi/strapi';

import { TOO_SLOW } from '../errors/request-error-of';

/** For how long it is known that requests of a form take long, in milliseconds; and of how many forms. */
const KNOWN = 10_000;
const MOST = 1000;

/** What a request asks for, without the values: its path, and the names in its query. */
const formOf = (path: string, query: string): string =>
  `${path} ${query.replace(/=[^&]*/gu, '')}`.slice(0, 1000);

/**
 * Refuses a read before anything is asked for it, where one of its form has been refused just now, since too many
 * wait that take long, and still do: Strapi would ask the database first who it is of and what that one may do.
 *
 * @param isFull whether what takes long is refused for the moment
 */
export const rememberRefusals = (
  strapi: Core.Strapi,
  isFull: () => boolean
): Core.MiddlewareHandler => {
  const prefix = `${String(strapi.config.get('api.rest.prefix', '/api'))}/`;
  const refused = new Map<string, number>();
  const isKnown = (form: string): boolean => (refused.get(form) ?? 0) > Date.now() - KNOWN;
  return async (ctx, next) => {
    if (ctx.method !== 'GET' || !ctx.path.startsWith(prefix)) return next();
    if (isFull() && isKnown(formOf(ctx.path, ctx.querystring))) {
      return ctx['serviceUnavailable'](TOO_SLOW);
    }
    const answer: unknown = await next();
    if (ctx.status === 503) {
      if (refused.size >= MOST) refused.clear();
      refused.set(formOf(ctx.path, ctx.querystring), Date.now());
    }
    return answer;
  };
};
