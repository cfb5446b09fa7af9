import type { KnexClient } from '../connections/knex-client';
import type { Engine } from '../engines/engine';

/**
 * Makes a COMMIT that fails fail the save. Knex's `commit()` is fulfilled even then
 * (https://github.com/knex/knex/issues/3370), and Strapi goes by it: on a full disk an editor would
 * be told that a post is saved, webhooks that it is there, and it would be gone.
 */
export const confirmCommits = (
  client: KnexClient,
  { isRolledBack }: Pick<Engine, 'isRolledBack'>
): void => {
  const begin = client.transaction.bind(client);
  client.transaction = (container, ...options) =>
    begin(
      (trx) => {
        const commit = trx.commit;
        trx.commit = async (value) => {
          const answer = await commit(value);
          await trx.executionPromise;
          if (!isRolledBack(answer)) return value;
          throw new Error('Nothing was saved: a statement of the transaction had failed.');
        };
        return container(trx);
      },
      ...options
    );
};
