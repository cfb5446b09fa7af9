import { isReferenceGone, isRetriable, retry as retryWork } from 'strapi-plugin-kit/database';

/** A category that was found is gone: an editor has deleted it since. Planned again, it is made. */
const isTransient = (error: unknown): boolean => isRetriable(error) || isReferenceGone(error);

/**
 * Does work that is undone as a whole when it fails, again where only the moment was bad.
 *
 * @param forget lets go of what the work has noted in memory, since it did not come to be
 */
export const retry = <Result>(work: () => Promise<Result>, forget?: () => void): Promise<Result> =>
  retryWork(work, { retriable: isTransient, ...(forget === undefined ? {} : { forget }) });
