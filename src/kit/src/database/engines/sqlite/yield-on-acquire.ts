import { setImmediate } from 'node:timers/promises';

import { clientOf } from '../../connections/knex-client';
import type { Database } from '../../connections/connection';

/** Turns of the event loop that it takes to accept, read and answer a small request. */
const TURNS = 4;

/**
 * Yields to the event loop before a connection is used. SQLite works in the process itself: several
 * queries in a row would keep everybody else waiting for all of them.
 */
export const yieldOnAcquire = (db: Database, mayWait: () => boolean): void => {
  const client = clientOf(db.connection);
  const acquire = client.acquireConnection.bind(client);
  client.acquireConnection = async () => {
    // Behind the wait for the one connection: GraphQL asks for several lists at a time.
    const connection = await acquire();
    if (mayWait()) {
      for (let turn = 0; turn < TURNS; turn += 1) await setImmediate();
    }
    return connection;
  };
};
