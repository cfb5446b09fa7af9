import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';

/** As much of a request's context as is looked at here. */
export interface RequestContext {
  readonly method: string;
  readonly state: Record<string | symbol, unknown>;
}

/** Set on the state of a request that runs a GraphQL query, which is a POST as a mutation is. */
export const GRAPHQL_QUERY = Symbol('graphql-query');

const IN_FRONT = Symbol.for('strapi-plugin-kit.in-front');

/** Of all copies of this package. */
const shared = globalThis as { [IN_FRONT]?: AsyncLocalStorage<RequestContext> };

/** The requests that Strapi knows nothing of, or not yet where they go. */
const inFront = (shared[IN_FRONT] ??= new AsyncLocalStorage());

/** Reads for a visitor before Strapi knows where the request goes, within the limits of visitors. */
export const readForVisitor = <Result>(read: () => Result): Result =>
  inFront.run(
    { method: 'GET', state: { route: { info: { type: 'content-api' } }, auth: null } },
    read
  );

/** The request that the code is run for; none in a job, a command or at boot. */
export const currentRequest = (strapi: Core.Strapi): RequestContext | undefined =>
  inFront.getStore() ?? (strapi.requestContext.get() as RequestContext | undefined);

/** What Strapi says of where a request goes. */
interface Route {
  readonly path?: string;
  readonly info?: { readonly type?: unknown; readonly pluginName?: string };
  /** Of a plugin's own route. */
  readonly config?: { readonly reads?: unknown; readonly auth?: unknown };
}

const routeOf = ({ state }: RequestContext): Route => (state['route'] ?? {}) as Route;

const isOfContentApi = (request: RequestContext): boolean =>
  routeOf(request).info?.type === 'content-api';

/** Whether a request of the content API is still asked who it is of, which only reads. */
export const isAuthenticating = (request: RequestContext | undefined): boolean =>
  request !== undefined && isOfContentApi(request) && request.state['auth'] === undefined;

/** Whether all that a request has done until now is to be asked who it is of; never where nobody is asked. */
export const isBeforeAuthentication = (request: RequestContext | undefined): boolean =>
  request !== undefined && isAuthenticating(request) && routeOf(request).config?.auth !== false;

/** Whether a request comes by the content API and only reads. */
export const isVisitorsRead = (request: RequestContext | undefined): boolean => {
  if (request === undefined || !isOfContentApi(request)) return false;
  return (
    request.method === 'GET' || request.method === 'HEAD' || request.state[GRAPHQL_QUERY] === true
  );
};

/** What the content manager shows of several documents. */
const LISTS = /^\/(?:collection-types|relations)\//u;

/** What it shows of all of them, on the panel's home page. */
const WIDGETS = /^\/homepage\//u;

const LONG = Symbol.for('strapi-plugin-kit.long');

/** Says of a request of the panel's that only reads that it may take long, though its statements do not look like it. */
export const markLong = ({ state }: Pick<RequestContext, 'state'>): void => {
  state[LONG] = true;
};

/**
 * What a request of the admin panel only reads: a list, or what may take long though its statements do not look
 * like it, as of all that one person has written. A plugin says so by `config: { reads: 'list' }` of a route, or 'long'.
 */
export const panelsRead = (request: RequestContext | undefined): 'list' | 'long' | null => {
  if (request?.method !== 'GET' && request?.method !== 'HEAD') return null;
  if (request.state[LONG] === true) return 'long';
  const { path = '', info, config } = routeOf(request);
  if (config?.reads === 'list' || config?.reads === 'long') return config.reads;
  if (info?.pluginName !== 'content-manager') return null;
  if (WIDGETS.test(path)) return 'long';
  return LISTS.test(path) ? 'list' : null;
};
