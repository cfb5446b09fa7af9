import type { Core } from '@strapi/strapi';

import { type Language, languageNamed, NAMES_OF_LANGUAGES } from './languages';

type Context = Parameters<Core.MiddlewareHandler>[0];

/** What frontends ask is answered in English, whatever their visitors' browsers prefer. */
const isOfPanel = (strapi: Core.Strapi, { path }: Context): boolean => {
  const prefix = String(strapi.config.get('api.rest.prefix', '/api'));
  const graphql = String(strapi.config.get('plugin::graphql.endpoint', '/graphql'));
  return !path.startsWith(`${prefix}/`) && path !== graphql;
};

/**
 * The language to answer a request of the admin panel in: the one that it asks for, as the panel does for every
 * request, or that of its user's profile. English for all other requests.
 */
export const languageOf = (strapi: Core.Strapi, ctx: Context): Language => {
  if (!isOfPanel(strapi, ctx)) return 'en';
  if (ctx.get('accept-language') === '') {
    const user = ctx.state['user'] as { readonly preferedLanguage?: unknown } | undefined;
    return languageNamed(user?.preferedLanguage);
  }
  return languageNamed(ctx.acceptsLanguages([...NAMES_OF_LANGUAGES]));
};
