import type { Core } from '@strapi/strapi';

type Callback = Parameters<Core.Strapi['db']['transaction']>[0];

/** The connection that a transaction's raw statements have to go through. */
export type Transaction = Parameters<Callback>[0]['trx'];

/**
 * Does work in one transaction: the caller's, or one of its own that is committed by the time the
 * answer comes.
 *
 * @throws what COMMIT throws, too, as on a full disk. Knex's `commit()` is fulfilled even then, and
 * only the transaction's own promise tells (https://github.com/knex/knex/issues/3370).
 */
export const inTransaction = async <Result>(
  strapi: Core.Strapi,
  work: (trx: Transaction) => Promise<Result>
): Promise<Result> => {
  const { trx, result } = await strapi.db.transaction(async ({ trx }) => ({
    trx,
    result: await work(trx),
  }));
  // Within a caller's transaction it is the caller who commits.
  if (trx.isCompleted()) await trx.executionPromise;
  return result;
};
