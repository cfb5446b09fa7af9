import { setTimeout as pause } from 'node:timers/promises';

import type { KnexClient } from '../connections/knex-client';
import { isRetriable } from '../errors/classify-error';

const ATTEMPTS = 5;

/** In milliseconds; doubled each time. */
const FIRST_PAUSE = 5;

/**
 * Retries statements outside transactions that the database undid in favour of another: each is a
 * transaction of its own. Strapi writes its sessions and settings so.
 */
export const retryStatements = (client: KnexClient): void => {
  const runnerOf = client.runner.bind(client);
  client.runner = (builder) => {
    const first = runnerOf(builder);
    const run = first.run.bind(first);
    first.run = async () => {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await (attempt === 1 ? run() : runnerOf(builder).run());
        } catch (error) {
          if (attempt === ATTEMPTS || !isRetriable(error)) throw error;
        }
        await pause(FIRST_PAUSE * 2 ** attempt);
      }
    };
    return first;
  };
};
