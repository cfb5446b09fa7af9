import type { Core } from '@strapi/strapi';

/** As much of a request's context as is looked at here. */
export interface RequestContext {
  readonly method: string;
  readonly state: Record<string | symbol, unknown>;
}

/** Set on the state of a request that runs a GraphQL query, which is a POST as a mutation is. */
export const GRAPHQL_QUERY = Symbol('graphql-query');

/** The request that the code is run for; none in a job, a command or at boot. */
export const currentRequest = (strapi: Core.Strapi): RequestContext | undefined =>
  strapi.requestContext.get() as RequestContext | undefined;

/** Whether a request comes by the content API and only reads. */
export const isVisitorsRead = (request: RequestContext | undefined): boolean => {
  if (request === undefined) return false;
  const route = request.state['route'] as { info?: { type?: unknown } } | undefined;
  if (route?.info?.type !== 'content-api') return false;
  return (
    request.method === 'GET' || request.method === 'HEAD' || request.state[GRAPHQL_QUERY] === true
  );
};
