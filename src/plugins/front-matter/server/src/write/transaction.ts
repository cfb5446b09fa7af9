import type { Core } from '@strapi/strapi';

type Callback = Parameters<Core.Strapi['db']['transaction']>[0];

/** The connection that a transaction's raw statements have to go through. */
export type Transaction = Parameters<Callback>[0]['trx'];

/**
 * Makes a COMMIT that fails fail, before Strapi tells anybody of it. Knex's `commit()` is fulfilled
 * even then, and only the transaction's own promise tells (https://github.com/knex/knex/issues/3370).
 */
const confirmCommit = (trx: Transaction): void => {
  const commit = trx.commit.bind(trx);
  Object.assign(trx, {
    async commit(value?: unknown) {
      await commit(value);
      return trx.executionPromise;
    },
  });
};

/**
 * Does work in one transaction: the caller's, or one of its own that is committed by the time the
 * answer comes.
 *
 * @throws what COMMIT throws, too, as on a full disk
 */
export const inTransaction = async <Result>(
  strapi: Core.Strapi,
  work: (trx: Transaction) => Promise<Result>
): Promise<Result> => {
  const isOwn = !strapi.db.inTransaction();
  return strapi.db.transaction(async ({ trx }) => {
    if (isOwn) confirmCommit(trx);
    return work(trx);
  });
};
