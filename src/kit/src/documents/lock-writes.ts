import type { Core } from '@strapi/strapi';

import { lockDocuments } from '../database';
import { checkResult } from './check-result';
import { narrowDiscard } from './narrow-discard';
import { queueWrite } from './queue-write';
import type { Action, Params } from './repository';

type Transact = Core.Strapi['db']['transaction'];

/** A failed attempt may have written into what it was given. */
const copyOf = (params: Params): Params => ({
  ...params,
  ...(typeof params.data === 'object' && params.data !== null ? { data: { ...params.data } } : {}),
});

/**
 * Serializes the writes of a type's documents: each locks its document before it reads anything, and
 * is retried when the database undid it in favour of another.
 *
 * @param transact opens a transaction, or joins the caller's
 */
export const lockWrites = (
  strapi: Core.Strapi,
  transact: Transact,
  uid: string,
  name: string,
  action: Action
): Action => {
  const write = (given: Params): Promise<unknown> =>
    transact(async ({ trx }) => {
      const { documentId } = given;
      if (typeof documentId === 'string') await lockDocuments(strapi, trx, uid, [documentId]);
      const params =
        name === 'discardDraft' ? await narrowDiscard(strapi, uid, given) : copyOf(given);
      const result = await action(params);
      if (name !== 'delete') checkResult(strapi, params, result);
      return result;
    });
  return async (params = {}) => {
    if (strapi.db.inTransaction()) return write(params);
    const { documentId } = params;
    return queueWrite(uid, typeof documentId === 'string' ? [documentId] : [], () => write(params));
  };
};
