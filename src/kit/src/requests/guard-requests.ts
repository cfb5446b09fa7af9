import type { Core } from '@strapi/strapi';

import { answerDatabaseErrors, answerOtherErrors } from './errors/answer-database-errors';
import { guardGraphql } from './graphql';
import { guardData } from './data/guard-data';
import { guardQueries } from './queries/guard-queries';
import { hideTokens } from './hide-tokens';
import { awaitTurn } from './limits/await-turn';
import { yieldBetweenQueries } from './limits/yield-between-queries';
import { limitRows } from './limits/limit-rows';
import { limitStatements } from './limits/limit-statements';
import { readListsApart } from './limits/read-lists-apart';
import { readLimits } from './limits/limits';
import { startSlowForms } from './limits/slow-forms';
import { refuseUnstorable } from './data/refuse-unstorable';
import { shortenErrors } from './errors/shorten-errors';

type Factory = (config: unknown, context: unknown) => Core.MiddlewareHandler;

/** As much of Strapi's registry of middlewares as is used here. */
interface Middlewares {
  extend(uid: string, extend: (factory: Factory) => Factory): unknown;
}

/** Lets no request hold the server, and makes odd input the asker's error. To be called at `register`. */
export const guardRequests = (strapi: Core.Strapi): void => {
  const limits = readLimits(strapi);
  hideTokens(strapi);
  shortenErrors(strapi);
  answerDatabaseErrors(strapi);
  limitStatements(strapi, limits.statementTimeout);
  limitRows(strapi, limits.rows);
  const slowForms = startSlowForms();
  const isFull = readListsApart(strapi, limits, slowForms.note);
  yieldBetweenQueries(strapi);
  guardQueries(strapi, limits);
  guardData(strapi);
  if (strapi.plugins['graphql'] !== undefined) guardGraphql(strapi, limits);

  // Around the parser of bodies, which throws errors of its own, and right behind it.
  const refuse = refuseUnstorable(strapi, limits);
  const answerErrors = answerOtherErrors(strapi);
  const wait = awaitTurn(strapi, slowForms, limits, isFull);
  const middlewares = strapi.get('middlewares') as Middlewares;
  middlewares.extend('strapi::body', (parser) => (config, context) => {
    const parse = parser(config, context);
    return (ctx, next) =>
      wait(ctx, async () =>
        answerErrors(ctx, async () => parse(ctx, async () => refuse(ctx, next)))
      );
  });
};
