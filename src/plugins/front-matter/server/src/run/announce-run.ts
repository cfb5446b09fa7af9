import type { Core } from '@strapi/strapi';

import type { Run, RunCounts } from '../ledger/runs';
import { messageOf } from './message-of';

/** The event that caches, search and webhooks may subscribe to; it is emitted once a run. */
export const RUN_FINISHED = 'front-matter.run.finished';

/** The payload of the event. */
interface FinishedRun extends Pick<Run, 'kind' | 'status' | 'archive'> {
  /** The run's number. */
  readonly run: number;
  readonly contentType: string;
  readonly counts: RunCounts;
}

/** Emits the event. A subscriber that throws is logged: what the run has written stays. */
export const announceRun = async (strapi: Core.Strapi, finished: FinishedRun): Promise<void> => {
  try {
    await strapi.eventHub.emit(RUN_FINISHED, { ...finished });
  } catch (failure) {
    strapi.log.warn(`A subscriber of ${RUN_FINISHED} failed: ${messageOf(failure)}`);
  }
};
