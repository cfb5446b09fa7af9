import { setImmediate } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';

import { clientOf } from '../database/client';
import { currentRequest, isVisitorsRead } from './requester';

/** Turns of the event loop that it takes to accept, read and answer a small request. */
const TURNS = 4;

/**
 * Lets other requests be answered between two queries of a visitor's. SQLite works in the process
 * itself: what asks for one after the other would keep everybody waiting for all of them.
 */
export const letOthersIn = (strapi: Core.Strapi): void => {
  if (strapi.db.dialect.client !== 'sqlite') return;
  const client = clientOf(strapi);
  const acquire = client.acquireConnection.bind(client);
  client.acquireConnection = async () => {
    // Behind the wait for the one connection: GraphQL asks for several lists at a time.
    const connection = await acquire();
    if (isVisitorsRead(currentRequest(strapi))) {
      for (let turn = 0; turn < TURNS; turn += 1) await setImmediate();
    }
    return connection;
  };
};
