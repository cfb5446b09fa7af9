import type { KnexClient } from '../connections/knex-client';
import { sendAgain } from '../connections/send-again';
import { isRetriable } from '../errors/classify-error';

/** Retries statements outside transactions. Strapi writes its sessions and settings so. */
export const retryStatements = (client: KnexClient): void => {
  const runnerOf = client.runner.bind(client);
  client.runner = (builder) => {
    const first = runnerOf(builder);
    const run = first.run.bind(first);
    first.run = () =>
      sendAgain((attempt) => (attempt === 1 ? run() : runnerOf(builder).run()), isRetriable);
    return first;
  };
};
