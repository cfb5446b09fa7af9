import type { Core } from '@strapi/strapi';

import { isText } from './is-text';

type Check = (query: object, type: { readonly uid: string }, options: Options) => Promise<unknown>;

interface Options {
  readonly auth?: unknown;
}

/** As much of Strapi's content API as is used here. */
interface ContentApi {
  readonly validate: { query: Check };
  readonly sanitize: { query: Check };
}

/** What checks have answered for one request. */
type Checked = Map<string, { readonly auth: unknown; readonly result: unknown }>;

/**
 * Has the arguments of a relation be validated and sanitised once for a GraphQL request, and not for each document
 * that has the relation: they are the same, and so is who asks.
 */
export const checkOnce = (strapi: Core.Strapi): void => {
  const { validate, sanitize } = strapi.contentAPI as unknown as ContentApi;
  const endpoint: unknown = strapi.config.get('plugin::graphql.endpoint', '/graphql');

  const once = (check: Check): Check => {
    const ofRequests = new WeakMap<object, Checked>();
    return async (query, type, options) => {
      const request = strapi.requestContext.get();
      if (request === undefined || request.path !== endpoint || !isText(query)) {
        return check(query, type, options);
      }
      const checked: Checked = ofRequests.get(request) ?? new Map();
      ofRequests.set(request, checked);
      const key = `${type.uid} ${JSON.stringify(query)}`;
      const known = checked.get(key);
      // Whoever has it may change it.
      if (known !== undefined && known.auth === options?.auth) return structuredClone(known.result);
      const result = await check(query, type, options);
      if (isText(result))
        checked.set(key, { auth: options?.auth, result: structuredClone(result) });
      return result;
    };
  };
  validate.query = once(validate.query.bind(validate));
  sanitize.query = once(sanitize.query.bind(sanitize));
};
