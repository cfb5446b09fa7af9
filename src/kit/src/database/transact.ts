import type { Core } from '@strapi/strapi';
import type { Transaction } from 'strapi-plugin-kit/database';

export type { Transaction };

/**
 * Does work in one transaction: the caller's, or one of its own that is committed by the time the
 * answer comes.
 *
 * @throws what COMMIT throws, too, as on a full disk
 */
export const inTransaction = async <Result>(
  strapi: Core.Strapi,
  work: (trx: Transaction) => Promise<Result>
): Promise<Result> => strapi.db.transaction(async ({ trx }) => work(trx));
