import type { Core } from '@strapi/strapi';
import { readForVisitor } from 'strapi-plugin-kit';

import type { Describe } from './describe-answer';
import { failureOf } from './failed-visits';
import type { StockAnswer } from '../learn';
import { isPersonal } from './personal';
import { sendMade } from './send-made';
import type { Visits } from '../visits';
import { watch } from '../watch-queries';
import type { Ways } from './ways';

const isStockAnswer = (body: unknown): body is StockAnswer =>
  typeof body === 'object' && body !== null && 'data' in body && 'meta' in body;

/** Who answers, in what way. */
interface Answering {
  readonly visits: Visits;
  readonly describe: Describe;
  readonly ways: Ways;
}

/**
 * Answers what the public asks for of some types, in the place of Strapi's own way. How a form of query is
 * answered is learned from Strapi: what it asks the database, and what it answers. All that is not
 * learned goes Strapi's way.
 */
export const answerVisitors =
  ({ visits, describe, ways }: Answering): Core.MiddlewareHandler =>
  async (ctx, next) => {
    if (ctx.method !== 'GET') return next();
    if (isPersonal(ctx.headers)) {
      if (visits.isAbout(ctx.path)) ways.note(ctx, 'stock', 'it is not for the public alone');
      return next();
    }
    const failure = failureOf(ctx.req);
    if (failure !== null) throw failure.error;
    const visit = await readForVisitor(() => visits.visit(ctx.path, ctx.querystring, false));
    if (visit === null) return next();
    if (visit.way === 'fast') {
      const body = Buffer.from(visit.made.text);
      ways.note(ctx, 'fast');
      if (visit.isOfDrafts) sendMade(ctx, body, {});
      else {
        const { vary, ...headers } = describe(visit.made.sources, body);
        ctx.vary(vary);
        sendMade(ctx, body, headers);
      }
      return undefined;
    }
    if (visit.way === 'stock') {
      ways.note(ctx, 'stock', visit.reason);
      return next();
    }
    const { form } = visit.lesson;
    ways.note(ctx, 'stock', 'it is being learned');
    const watched = await watch(form.uid, next);
    const { body } = ctx;
    if (ctx.status === 200 && isStockAnswer(body)) await visits.learn(visit.lesson, watched, body);
    return undefined;
  };
