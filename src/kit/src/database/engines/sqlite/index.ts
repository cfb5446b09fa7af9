import type { Connection, KnexClient } from '../../client';
import type { Engine } from '../engine';
import { beginAsWriter } from './begin-as-writer';
import { waitForLock } from './wait-for-lock';

/** Has the driver say at once that the file is locked: it would wait inside the call. */
const answerAtOnce = (client: KnexClient): void => {
  const told = new WeakSet<Connection>();
  const acquire = client.acquireConnection.bind(client);
  client.acquireConnection = async () => {
    const connection = await acquire();
    if (!told.has(connection)) {
      connection.pragma?.('busy_timeout = 0');
      told.add(connection);
    }
    return connection;
  };
};

/** Tries statements outside transactions again, each time with a connection of its own. */
const waitOutside = (client: KnexClient): void => {
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

/** SQLite has one writer at a time; whoever waits for it holds up nobody else meanwhile. */
export const sqlite: Engine = {
  guard(client) {
    answerAtOnce(client);
    waitOutside(client);
    beginAsWriter(client);
  },
  async prepare() {
    // Nothing is kept for locks: the one writer has them all.
  },
  async lock() {
    // The transaction has begun as the one writer.
  },
};
