import { errors } from '@strapi/utils';

import { isReferenceGone, isRetriable, retry } from '../database';
import { oneAtATime } from './one-at-a-time';

/** Asked once more, Strapi looks what a document refers to up again and says what is not there. */
const isWorthRetrying = (error: unknown, attempt: number): boolean =>
  isRetriable(error) || (attempt < 3 && isReferenceGone(error));

/**
 * Does a write of some documents when it is their turn in this process, and again where the database
 * gave it up for another's.
 *
 * @param write opens its own transaction
 * @throws ApplicationError when what a document refers to goes at the same time
 */
export const takeTurn = async <Result>(
  uid: string,
  documentIds: readonly string[],
  write: () => Promise<Result>
): Promise<Result> => {
  const names = documentIds.map((documentId) => `${uid} ${documentId}`);
  try {
    return await oneAtATime(names, () => retry(write, { retriable: isWorthRetrying }));
  } catch (error) {
    if (!isReferenceGone(error)) throw error;
    throw new errors.ApplicationError(
      'Something that the document refers to was deleted at the same time. Reload it and try again.'
    );
  }
};
