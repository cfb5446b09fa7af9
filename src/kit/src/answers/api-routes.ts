import type { Core, UID } from '@strapi/strapi';

import type { DescribedAnswers } from './described-answers';

/** As much of a route as is looked at by those who answer or describe it. */
export interface ApiRoute {
  readonly method: string;
  readonly path: string;
  readonly handler: unknown;
  readonly config?: { readonly policies?: unknown; readonly middlewares?: unknown };
  request?: {
    readonly query?: Readonly<Record<string, unknown>>;
    readonly params?: Readonly<Record<string, unknown>>;
  };
  response?: unknown;
  answers?: DescribedAnswers;
}

/** The routes that an API offers for a type. */
export const apiRoutesOf = (strapi: Core.Strapi, uid: UID.ContentType): readonly ApiRoute[] => {
  const { apiName } = strapi.contentType(uid) as { readonly apiName?: string };
  const routers = Object.values(apiName === undefined ? {} : (strapi.api(apiName)?.routes ?? {}));
  return (routers as readonly { readonly routes: readonly ApiRoute[] }[]).flatMap(
    ({ routes }) => routes
  );
};
