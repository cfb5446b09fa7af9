import type { Core } from '@strapi/strapi';

import type { Context } from '../permissions/permissions';

/** A document in a list of the content manager. */
export type Row = Readonly<Record<string, unknown>>;

type Action = (ctx: Context) => Promise<unknown>;
type Actions = Readonly<Record<string, Action>>;

/** @returns the rows of a list with what is to be told beside them */
type Extend = (ctx: Context, uid: string, rows: readonly Row[]) => Promise<readonly Row[]>;

const MANAGED = 'plugin::content-manager.collection-types';

const extended =
  (find: Action, extend: Extend): Action =>
  async (ctx) => {
    const answer = await find(ctx);
    const uid: unknown = (ctx.params as Row)['model'];
    const { results } = (ctx.body ?? {}) as { readonly results?: readonly Row[] };
    if (typeof uid !== 'string' || results === undefined) return answer;
    ctx.body = { ...(ctx.body as object), results: await extend(ctx, uid, results) };
    return answer;
  };

/** Has the content manager's lists tell more of their documents. */
export const extendLists = (strapi: Core.Strapi, extend: Extend): void => {
  const controllers = strapi.get('controllers') as {
    extend(uid: string, change: (actions: Actions) => Actions): unknown;
  };
  controllers.extend(MANAGED, (actions) => {
    const { find } = actions;
    return find === undefined ? actions : { ...actions, find: extended(find, extend) };
  });
};
