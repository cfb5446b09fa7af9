import type { Core } from '@strapi/strapi';
import { findFailure, retry } from 'strapi-plugin-kit/database';

import { runs, type RunCounts } from '../ledger/runs';
import type { Announcements } from './announcing/announcements';
import { logRun } from './log-run';
import { messageOf } from './message-of';

/** A run that holds the lock. */
export interface ActiveRun {
  /** The run's number. */
  readonly run: number;
  readonly announcements: Announcements;
}

/** How a run ended. */
type End =
  | { readonly status: 'finished' | 'cancelled' }
  | { readonly status: 'failed'; readonly error: unknown };

/** How long a lost connection is worth another attempt, in milliseconds: nobody waits for a server that stays away. */
const RECONNECTING = 2_000;

/** After a server has restarted, each connection that the pool had before fails once. */
const untilConnected = (): ((error: unknown) => boolean) => {
  const deadline = performance.now() + RECONNECTING;
  return (error) => performance.now() < deadline && findFailure(error)?.kind === 'gone';
};

/**
 * Marks a run as finished, cancelled or failed, releases the lock and announces the end. That a
 * run could not be marked as failed (the database may be gone) is logged only, so that the error it
 * failed with is reported: the next run takes the lock of a dead one.
 */
export const finishRun = async (
  strapi: Core.Strapi,
  { run, announcements }: ActiveRun,
  counts: RunCounts,
  end: End
): Promise<void> => {
  const { status } = end;
  const message = end.status === 'failed' ? messageOf(end.error) : null;
  try {
    await retry(() => runs(strapi).finish(run, { status, counts, message }), {
      retriable: untilConnected(),
    });
    const ended = await runs(strapi).find(run);
    if (ended !== null) logRun(strapi, ended);
  } catch (failure) {
    if (status !== 'failed') throw failure;
    strapi.log.warn(`Run ${run} could not be marked as failed: ${messageOf(failure)}`);
  }
  await announcements.finish({ status, counts });
};
