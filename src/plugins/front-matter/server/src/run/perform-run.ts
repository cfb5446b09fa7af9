import type { Core } from '@strapi/strapi';

import type { RunCounts } from '../ledger/runs';
import { explainFailure } from './explain-failure';
import { finishRun, type ActiveRun } from './finish-run';

/** What is known of a run while it is at work. */
interface Course {
  /** Aborted, the run is cancelled. */
  readonly signal: AbortSignal;
  /** The counts so far. */
  readonly counts: () => RunCounts;
}

/**
 * Does the work of a run and ends the run, whatever comes of the work.
 *
 * @param run null for a dry run, which the ledger knows nothing of
 * @returns whether the work came to its end, or was cancelled
 * @throws DatabaseFailure when the disk is full or the database is gone
 */
export const performRun = async (
  strapi: Core.Strapi,
  run: ActiveRun | null,
  { signal, counts }: Course,
  work: () => Promise<void>
): Promise<'finished' | 'cancelled'> => {
  try {
    await work();
  } catch (cause) {
    const error = explainFailure(cause);
    if (run !== null) await finishRun(strapi, run, counts(), { status: 'failed', error });
    throw error;
  }
  const status = signal.aborted ? 'cancelled' : 'finished';
  if (run !== null) await finishRun(strapi, run, counts(), { status });
  return status;
};
