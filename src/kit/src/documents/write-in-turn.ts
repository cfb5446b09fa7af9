import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { isReferenceGone, isRetriable, lockDocuments, retry } from '../database';
import { keepUnpublished, missNothing } from './look-again';
import { oneAtATime } from './one-at-a-time';
import type { Action, Params } from './repository';

type Transact = Core.Strapi['db']['transaction'];

/** Asked once more, Strapi looks what a document refers to up again and says what is not there. */
const isWorthRetrying = (error: unknown, attempt: number): boolean =>
  isRetriable(error) || (attempt < 3 && isReferenceGone(error));

const explain = (error: unknown): unknown =>
  isReferenceGone(error)
    ? new errors.ApplicationError(
        'Something that the document refers to was deleted at the same time. Reload it and try again.'
      )
    : error;

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
    const names = typeof documentId === 'string' ? [`${uid} ${documentId}`] : [];
    try {
      return await oneAtATime(names, () =>
        retry(() => write(params), { retriable: isWorthRetrying })
      );
    } catch (error) {
      throw explain(error);
    }
  };
};
