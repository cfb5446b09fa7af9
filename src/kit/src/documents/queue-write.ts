import { errors } from '@strapi/utils';

import { isReferenceGone, isRetriable, retry } from '../database';
import { messages } from '../texts/kit-messages';
import { runQueued } from './queue';

/** At the second try Strapi looks up again what a document refers to, and says what is not there. */
const isWorthRetrying = (error: unknown, attempt: number): boolean =>
  isRetriable(error) || (attempt < 3 && isReferenceGone(error));

/**
 * Queues a write behind this process's other writes of the same documents, and retries it where the
 * database undid it in favour of another.
 *
 * @param write opens its own transaction
 * @throws ApplicationError when what a document refers to goes at the same time
 */
export const queueWrite = async <Result>(
  uid: string,
  documentIds: readonly string[],
  write: () => Promise<Result>
): Promise<Result> => {
  const names = documentIds.map((documentId) => `${uid} ${documentId}`);
  try {
    return await runQueued(names, () => retry(write, { retriable: isWorthRetrying }));
  } catch (error) {
    if (!isReferenceGone(error)) throw error;
    throw messages.error(errors.ApplicationError, 'document.reference-gone');
  }
};
