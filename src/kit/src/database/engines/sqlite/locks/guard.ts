import { clientOf, type KnexClient } from '../../../connections/knex-client';
import type { Database } from '../../../connections/connection';
import { beginAsWriter } from './begin-as-writer';
import type { SqliteConnection } from '../connection';
import { waitForLock } from './wait-for-lock';

/** Has the driver say at once that the file is locked: it would wait inside the call. */
const disableBusyTimeout = (client: KnexClient<SqliteConnection>): void => {
  const told = new WeakSet<SqliteConnection>();
  const acquire = client.acquireConnection.bind(client);
  client.acquireConnection = async () => {
    const connection = await acquire();
    if (!told.has(connection)) {
      connection.pragma('busy_timeout = 0');
      told.add(connection);
    }
    return connection;
  };
};

/** Tries statements outside transactions again, each time with a connection of its own. */
const waitOutsideTransactions = (client: KnexClient<SqliteConnection>): void => {
  const runnerOf = client.runner.bind(client);
  client.runner = (builder) => {
    const first = runnerOf(builder);
    const run = first.run.bind(first);
    let tries = 0;
    first.run = () =>
      waitForLock(() => {
        tries += 1;
        return tries === 1 ? run() : runnerOf(builder).run();
      });
    return first;
  };
};

/** Has those who wait for the one writer wait without a connection and without blocking the process. */
export const guard = (db: Database): void => {
  const client = clientOf<SqliteConnection>(db.connection);
  disableBusyTimeout(client);
  waitOutsideTransactions(client);
  beginAsWriter(client);
};
