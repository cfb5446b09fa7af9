import type { Core } from '@strapi/strapi';
import { markLong } from 'strapi-plugin-kit';

import { importedType, originTarget } from '../origin-target';
import type { Context } from '../permissions';
import { conditionsOf, type Where } from './conditions';
import { partFilters } from './origin-filters';

type Action = (ctx: Context) => Promise<unknown>;
type Actions = Readonly<Record<string, Action>>;

/** What is asked of a list beside all that Strapi knows of. */
interface Asked {
  readonly uid: string;
  readonly conditions: readonly Where[];
}

/** What makes a query of the database out of a list's parameters. */
interface QueryParams {
  transform(uid: string, params: object): Record<string, unknown>;
}

const MANAGED = 'plugin::content-manager.collection-types';

const ASKED = Symbol('front-matter.origin-filters');

/** Takes this plugin's filters out of a list's query: Strapi takes no filter for one that is no attribute. */
const takeFilters = async (strapi: Core.Strapi, ctx: Context): Promise<void> => {
  const uid = importedType(strapi);
  const filters = ctx.query['filters'] as Record<string, unknown> | undefined;
  const members: unknown = filters?.['$and'];
  if (ctx.params['model'] !== uid || filters === undefined || !Array.isArray(members)) return;
  const { own, others } = partFilters(members);
  if (own.length === 0) return;
  if (others.length > 0) filters['$and'] = others;
  else delete filters['$and'];
  // Whatever the database does, it may look every document up.
  markLong(ctx);
  const toWhere = conditionsOf(strapi, await originTarget(strapi, null));
  const asked: Asked = { uid, conditions: await Promise.all(own.map(toWhere)) };
  (ctx.state as Record<symbol, unknown>)[ASKED] = asked;
};

const askedBy = (strapi: Core.Strapi): Asked | undefined => {
  const request = strapi.requestContext.get() as unknown as Context | undefined;
  return (request?.state as Record<symbol, Asked> | undefined)?.[ASKED];
};

/**
 * Lets the content manager's lists be filtered by archive and by whether somebody has changed a document since its
 * import. The filters become conditions once Strapi has checked the others and has narrowed the list to what may be
 * read. To be called by `register`.
 */
export const filterLists = (strapi: Core.Strapi): void => {
  const controllers = strapi.get('controllers') as {
    extend(uid: string, change: (actions: Actions) => Actions): unknown;
  };
  controllers.extend(MANAGED, (actions) => {
    const { find } = actions;
    if (find === undefined) return actions;
    const filtered: Action = async (ctx) => {
      await takeFilters(strapi, ctx);
      return find(ctx);
    };
    return { ...actions, find: filtered };
  });
  const queryParams = strapi.get('query-params') as QueryParams;
  const transform = queryParams.transform.bind(queryParams);
  queryParams.transform = (uid, params) => {
    const query = transform(uid, params);
    const asked = askedBy(strapi);
    if (asked?.uid !== uid) return query;
    return { ...query, where: { $and: [query['where'] ?? {}, ...asked.conditions] } };
  };
};
