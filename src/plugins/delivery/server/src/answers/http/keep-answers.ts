import type { Core, UID } from '@strapi/strapi';

import { readConfig } from '../../config/read-config';
import { findRoute } from '../find-routes';
import { areSanitizersPlain } from '../sanitizers';
import type { Sources } from '../sources';
import { type Describe, describeAnswers } from './describe-answer';
import { isPersonal } from './personal';
import { sendMade } from './send-made';
import { tellAnswer } from './told-answers';

type Context = Parameters<Core.ControllerHandler>[0];
type Handler = (ctx: Context) => Promise<unknown>;

/**
 * Has the answers of one of the plugin's own routes to the public be described and kept as those of lists are. Not
 * where the application does more on the lists of its types than Strapi would: that may depend on who asks.
 *
 * @param types those whose documents may change its answers
 * @param sourcesOf what the answer to a query depends on
 */
export const keepAnswers = (
  strapi: Core.Strapi,
  types: readonly string[],
  sourcesOf: (query: Context['query']) => Sources,
  handler: Handler
): Handler => {
  // Found at the first request: the application and its plugins are not whole before.
  let known: boolean | null = null;
  let describe: Describe | null = null;
  const mayKeep = (): boolean =>
    (known ??=
      types.every((uid) => typeof findRoute(strapi, uid as UID.ContentType) !== 'string') &&
      areSanitizersPlain(strapi));
  const describer = (): Describe =>
    (describe ??= describeAnswers(strapi, readConfig(strapi.config.get('plugin::delivery')).cache));
  return async (ctx) => {
    const answer = await handler(ctx);
    if (isPersonal(ctx.headers) || !mayKeep()) return answer;
    const sources = sourcesOf(ctx.query);
    const body = Buffer.from(JSON.stringify(answer));
    const description = describer()(sources, body);
    const { vary, ...headers } = description;
    ctx.vary(vary);
    sendMade(ctx, body, headers);
    tellAnswer(ctx.req, { body, description, sources });
    return undefined;
  };
};
