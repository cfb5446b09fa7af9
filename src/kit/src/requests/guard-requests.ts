import type { Core } from '@strapi/strapi';

import { answerDatabaseErrors, answerOtherErrors } from './answer-database-errors';
import { guardGraphql } from './graphql';
import { guardQueries } from './guard-queries';
import { hideTokens } from './hide-tokens';
import { limitStatements } from './limit-statements';
import { readLimits } from './limits';
import { refuseUnstorable } from './refuse-unstorable';
import { shortenErrors } from './shorten-errors';

/** Lets no request hold the server, and makes odd input the asker's error. To be called at `register`. */
export const guardRequests = (strapi: Core.Strapi): void => {
  const limits = readLimits(strapi);
  hideTokens(strapi);
  shortenErrors(strapi);
  answerDatabaseErrors(strapi);
  limitStatements(strapi, limits.statementTimeout);
  guardQueries(strapi, limits);
  if (strapi.plugins['graphql'] !== undefined) guardGraphql(strapi, limits);

  // Behind the application's own middlewares, which parse bodies and answer errors.
  const { server } = strapi;
  const init = server.initMiddlewares.bind(server);
  server.initMiddlewares = async () => {
    const result = await init();
    server.use(answerOtherErrors).use(refuseUnstorable(limits));
    return result;
  };
};
