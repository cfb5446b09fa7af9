import { clientOf, type KnexClient } from '../../client';
import type { Database } from '../../connection';
import { beginAsWriter } from './begin-as-writer';
import type { SqliteConnection } from './connection';
import { waitForLock } from './wait-for-lock';

/** Has the driver say at once that the file is locked: it would wait inside the call. */
const answerAtOnce = (client: KnexClient<SqliteConnection>): void => {
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
const waitOutside = (client: KnexClient<SqliteConnection>): void => {
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

/** Has whoever waits for the one writer hold up nobody else meanwhile. */
export const guard = (db: Database): void => {
  const client = clientOf<SqliteConnection>(db.connection);
  answerAtOnce(client);
  waitOutside(client);
  beginAsWriter(client);
};
