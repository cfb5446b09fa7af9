import type { Core } from '@strapi/strapi';

import { clientOf } from './client';
import { confirmCommits } from './confirm-commits';
import { engineOf } from './engines';
import { retryStatements } from './retry-statements';

/** Makes an application's transactions keep what they promise. To be called before any traffic. */
export const guardDatabase = (strapi: Core.Strapi): void => {
  const client = clientOf(strapi);
  engineOf(strapi).guard(client);
  retryStatements(client);
  confirmCommits(client);
};

/** Makes what locks need, once the schema is there. */
export const prepareDatabase = (strapi: Core.Strapi): Promise<void> =>
  engineOf(strapi).prepare(strapi);
