import type { Core } from '@strapi/strapi';

import { clientOf } from './connections/knex-client';
import { confirmCommits } from './transactions/confirm-commits';
import { engineOf } from './engines';
import { streamInOrder } from './connections/stream-in-order';
import { retryStatements } from './transactions/retry-statements';

/** Makes an application's transactions keep what they promise. To be called before any traffic. */
export const guardDatabase = ({ db }: Core.Strapi): void => {
  const engine = engineOf(db);
  const client = clientOf(db.connection);
  engine.guard(db);
  retryStatements(client);
  confirmCommits(client, engine);
  streamInOrder(db);
};

/** Makes what locks need, once the schema is there. */
export const prepareDatabase = ({ db }: Core.Strapi): Promise<void> => engineOf(db).prepare(db);
