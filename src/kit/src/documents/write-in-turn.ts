import type { Core } from '@strapi/strapi';

import { lockDocuments } from '../database';
import { keepUnpublished, missNothing } from './look-again';
import type { Action, Params } from './repository';
import { takeTurn } from './take-turn';

type Transact = Core.Strapi['db']['transaction'];

/** A try that failed may have written into what it was given. */
const copyOf = (params: Params): Params => ({
  ...params,
  ...(typeof params.data === 'object' && params.data !== null ? { data: { ...params.data } } : {}),
});

/**
 * Has a type's documents written one after the other: each write holds its document before it reads
 * anything, and is tried again when the database gave it up for another's.
 *
 * @param transact opens a transaction, or joins the caller's
 */
export const writeInTurn = (
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
        name === 'discardDraft' ? await keepUnpublished(strapi, uid, given) : copyOf(given);
      const result = await action(params);
      if (name !== 'delete') missNothing(strapi, params, result);
      return result;
    });
  return async (params = {}) => {
    if (strapi.db.inTransaction()) return write(params);
    const { documentId } = params;
    return takeTurn(uid, typeof documentId === 'string' ? [documentId] : [], () => write(params));
  };
};
