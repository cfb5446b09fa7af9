import type { Core } from '@strapi/strapi';

import { isServing } from '../../../../is-serving';
import { findFileWithLog, pragma } from '../find-file-with-log';
import type { Checkpointer, CheckpointPace } from '../../engine';
import { findDriver } from '../driver/find-driver';
import { type CheckpointThread, startCheckpointThread } from './checkpoint-thread';

const NONE: Checkpointer = { checkpoint: async () => undefined, close: async () => undefined };

const PACE: CheckpointPace = {
  // Commits wait for the same disk, so that many small checkpoints would cost them more than a few
  // large ones. What is over sooner needs no thread.
  interval: 500,
  // 64 MiB: readers look through the log for every page that they do not hold.
  maxPages: 16_384,
};

/**
 * Checkpoints SQLite's log in a thread of its own for as long as much is written. Else the
 * connection that commits does it now and then, which takes it as long as the commits themselves.
 * Nothing of durability is given up: a commit is on the disk when its log is, wherever its pages are.
 */
export const startCheckpoints = async (
  strapi: Core.Strapi,
  { interval, maxPages }: CheckpointPace = PACE
): Promise<Checkpointer> => {
  // Two waits for one disk at a time would keep requests waiting, too.
  if (isServing(strapi)) return NONE;
  const filename = await findFileWithLog(strapi.db);
  const driver = findDriver(strapi.dirs.app.root);
  if (filename === null || driver === null) return NONE;
  const autoCheckpoint = Number(await pragma(strapi.db, 'wal_autocheckpoint'));
  let thread: CheckpointThread | null = null;
  let hasFailed = false;
  let running: Promise<void> | null = null;
  let length = 0;
  let last = Date.now();

  const startThread = async (): Promise<CheckpointThread> => {
    const started = startCheckpointThread({ filename, driver }, (error) => {
      strapi.log.warn(`SQLite's log is checkpointed by those who write it: ${error.message}`);
      hasFailed = true;
    });
    await pragma(strapi.db, 'wal_autocheckpoint = 0');
    return started;
  };
  /**
   * From then on the connection checkpoints again. One that is gone cannot be told, and another one
   * does so from its beginning: whatever else went wrong is what has to be heard of.
   */
  const stopThread = async (): Promise<void> => {
    if (thread === null) return;
    const ending = thread;
    thread = null;
    await pragma(strapi.db, `wal_autocheckpoint = ${autoCheckpoint}`).catch((error: unknown) => {
      strapi.log.warn(`SQLite's connection could not be told to checkpoint: ${String(error)}`);
    });
    await ending.stop();
  };
  const run = async (by: CheckpointThread): Promise<void> => {
    length = (await by.checkpoint())?.log ?? 0;
    hasFailed ||= length < 0;
    running = null;
  };

  return {
    async checkpoint() {
      if (hasFailed) return stopThread();
      if (running !== null) return;
      if (thread !== null && length > maxPages) {
        // Only when all of it has been moved does the next writer start the log anew. Most of it
        // has been, while others wrote: what they wrote is little, and soon moved.
        await run(thread);
        length = 0;
        last = Date.now();
        return;
      }
      if (Date.now() - last < interval) return;
      last = Date.now();
      thread ??= await startThread();
      running = run(thread);
    },
    async close() {
      await running;
      // What came since the last checkpoint is not left to the next who commits.
      if (thread !== null && !hasFailed) await run(thread);
      await stopThread();
    },
  };
};
