import type { Core } from '@strapi/strapi';

import type { Counts } from '../../core/plan/counts';
import type { RunStatus } from '../../ledger/runs';
import type { ImportJob } from './prepare';

/** Told once a run to whoever subscribes: caches, search, webhooks. */
export const RUN_FINISHED = 'front-matter.run.finished';

/** What subscribers are told. */
export interface RunFinished {
  readonly run: number;
  readonly kind: 'import' | 'rollback';
  readonly status: RunStatus;
  readonly contentType: string;
  readonly counts: Readonly<Record<string, number>>;
}

export const messageOf = (error: unknown): string | null => {
  if (error === null) return null;
  return error instanceof Error ? error.message : String(error);
};

/** Tells subscribers. What is done stays done, whatever one of them makes of it. */
export const announce = async (strapi: Core.Strapi, finished: RunFinished): Promise<void> => {
  try {
    await strapi.eventHub.emit(RUN_FINISHED, { ...finished });
  } catch (failure) {
    strapi.log.warn(`A subscriber of ${RUN_FINISHED} failed: ${String(messageOf(failure))}`);
  }
};

/** How long a run without writes stays silent, in milliseconds. */
const INTERVAL = 5_000;

/** Shows that a run is alive while it checks files that have not changed. */
export const heart = ({ writer }: ImportJob) => {
  let last = Date.now();
  return async (counts: Counts): Promise<void> => {
    if (writer === null || Date.now() - last < INTERVAL) return;
    last = Date.now();
    await writer.runs.beat(writer.run);
    await writer.runs.count(writer.run, counts);
  };
};

/**
 * Notes the end of a run, frees the lock and tells subscribers. When the run has failed, a
 * failure to note it (the database may be gone) must not hide the first error: the next run
 * finds a dead one and goes on.
 */
export const closeRun = async (
  strapi: Core.Strapi,
  { writer }: ImportJob,
  status: RunStatus,
  counts: Counts,
  error: unknown
): Promise<void> => {
  if (writer === null) return;
  try {
    await writer.runs.finish(writer.run, { status, counts, message: messageOf(error) });
  } catch (failure) {
    if (error === null) throw failure;
    strapi.log.warn(
      `Run ${writer.run} could not be marked as failed: ${String(messageOf(failure))}`
    );
  }
  const { run, target } = writer;
  await announce(strapi, { run, kind: 'import', status, contentType: target.uid, counts });
};
