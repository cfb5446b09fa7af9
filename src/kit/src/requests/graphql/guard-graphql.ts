import type { Core } from '@strapi/strapi';
import { type DocumentNode, type OperationDefinitionNode, parse } from 'graphql';
import type { Context, Next } from 'koa';

import { BadRequest } from '../errors/request-errors';
import { findUnstorable } from '../data/find-unstorable';
import type { Limits } from '../limits/limits';
import { GRAPHQL_QUERY } from '../current-request';
import { countFields } from './count-fields';
import { findUnstorableLiteral } from './find-unstorable-literal';
import type { Variables } from './literal';
import { measureOperation, type PageSizes, type Schema } from './measure-operation';

/** As much of Apollo Server's requests as is used here. */
interface GraphqlRequest {
  readonly schema: Schema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly request: { readonly variables?: Variables };
  readonly contextValue: { readonly state?: Record<symbol, unknown> };
}

interface GraphqlResponse {
  readonly response: {
    readonly body: {
      readonly singleResult?: { readonly errors?: readonly { extensions?: Fault }[] };
    };
  };
}

interface Fault {
  readonly code?: unknown;
  error?: unknown;
}

interface Route {
  readonly path?: unknown;
  handler?: unknown;
}

/** The document that Apollo Server will read: it takes a POST's body, and any other's address. */
const sourceOf = (ctx: Context): unknown => {
  if (ctx.method !== 'POST') return new URLSearchParams(ctx.querystring).get('query');
  return (ctx.request.body as { query?: unknown } | undefined)?.query;
};

const parsed = (source: unknown, maxTokens: number): DocumentNode | null => {
  if (typeof source !== 'string') return null;
  try {
    return parse(source, { maxTokens, noLocation: true });
  } catch {
    // Apollo Server parses with the same limit, and says what is wrong and where.
    return null;
  }
};

/** Why a request is refused before anything walks its document; null where it may go on. */
const faultOf = (ctx: Context, limits: Limits): string | null => {
  const sent = ctx.method === 'POST' ? ctx.request.body : ctx.querystring;
  const wrong = findUnstorable(sent, limits.bodyDepth)?.message ?? null;
  const document = parsed(sourceOf(ctx), limits.graphqlTokens);
  if (wrong !== null || document === null) return wrong;
  try {
    const count = countFields(document);
    if (count > limits.graphqlFields) {
      return `A query may have ${limits.graphqlFields} fields, those of fragments counted each time that they are spread.`;
    }
  } catch (error) {
    if (error instanceof BadRequest) return error.message;
    throw error;
  }
  return findUnstorableLiteral(document);
};

const refuseBeforeWalking =
  (limits: Limits) =>
  async (ctx: Context, next: Next): Promise<void> => {
    const message = faultOf(ctx, limits);
    if (message === null) {
      await next();
      return;
    }
    ctx.status = 400;
    ctx.body = { errors: [{ message, extensions: { code: 'BAD_USER_INPUT' } }] };
  };

/** What is asked of Apollo Server itself: it knows the schema, and documents that it has kept. */
const apolloPlugin = (limits: Limits, sizes: PageSizes) => ({
  async requestDidStart() {
    return {
      async didResolveOperation(asked: GraphqlRequest) {
        const { schema, document, operation, contextValue } = asked;
        if (operation.operation === 'subscription') {
          throw new BadRequest('Subscriptions are not served.');
        }
        const sent = asked.request.variables ?? {};
        const cost = measureOperation(document, operation, { schema, sent, sizes });
        if (cost > limits.graphqlCost) {
          throw new BadRequest(
            `The query may cost ${limits.graphqlCost} and would cost ${Math.round(cost)}: ask for fewer rows, fewer levels or fewer searches.`
          );
        }
        if (contextValue.state !== undefined) {
          contextValue.state[GRAPHQL_QUERY] = operation.operation === 'query';
        }
      },
      // Strapi hides what failed and then gives its words as an extension: of SQL, or of the code.
      async willSendResponse({ response }: GraphqlResponse) {
        for (const { extensions } of response.body.singleResult?.errors ?? []) {
          if (extensions?.code === 'INTERNAL_SERVER_ERROR') delete extensions.error;
        }
      },
    };
  },
});

/**
 * Bounds what one GraphQL request may ask for. The document is looked at behind the parser of bodies
 * and before Apollo Server, whose first rules walk it already.
 */
export const guardGraphql = (strapi: Core.Strapi, limits: Limits): void => {
  const setting = <Value>(name: string, otherwise: Value): Value =>
    strapi.config.get(`plugin::graphql.${name}`, otherwise) as Value;
  const size = (name: string, otherwise: number): number => {
    const given = Number(setting(name, otherwise));
    return given > 0 ? given : otherwise;
  };
  const sizes = { defaultLimit: size('defaultLimit', 100), maxLimit: size('maxLimit', 1000) };

  const apollo = setting<{ plugins?: unknown[]; parseOptions?: object }>('apolloServer', {});
  strapi.config.set('plugin::graphql.apolloServer', {
    ...apollo,
    parseOptions: { maxTokens: limits.graphqlTokens, ...apollo.parseOptions },
    plugins: [...(apollo.plugins ?? []), apolloPlugin(limits, sizes)],
  });

  const { server } = strapi;
  const routes = server.routes.bind(server) as (given: unknown) => unknown;
  const endpoint = setting('endpoint', '/graphql');
  Reflect.set(server, 'routes', (given: Route[] | object) => {
    for (const route of Array.isArray(given) ? (given as Route[]) : []) {
      if (route.path !== endpoint || !Array.isArray(route.handler)) continue;
      route.handler.splice(-1, 0, refuseBeforeWalking(limits));
    }
    return routes(given);
  });
};
