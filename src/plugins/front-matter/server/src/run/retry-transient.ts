import { isReferenceGone, isRetriable, retry as retryWork } from 'strapi-plugin-kit/database';

/**
 * A category that was found may be gone, since an editor has deleted it: planned again, it is made.
 */
const isTransient = (error: unknown): boolean => isRetriable(error) || isReferenceGone(error);

/**
 * Does work, which is rolled back as a whole when it fails, again after a transient error.
 *
 * @param forget clears what the failed work has left in memory
 */
export const retryTransient = <Result>(
  work: () => Promise<Result>,
  forget?: () => void
): Promise<Result> =>
  retryWork(work, { retriable: isTransient, ...(forget === undefined ? {} : { forget }) });
