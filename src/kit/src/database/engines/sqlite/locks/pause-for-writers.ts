import { setTimeout as pause } from 'node:timers/promises';

import type { PauseForWriters } from '../../engine';

/** Bounds of the pause while others have been seen to write; in milliseconds. */
const SHORTEST = 25;
const LONGEST = 100;

/** A writer that waits for its first commit has not been seen: a short pause now and then is for it. */
const INTERVAL = 500;
const PAUSE_FOR_UNSEEN = 8;

/**
 * SQLite has one writer at a time. Those who wait look every few milliseconds whether the file is
 * free: it has to be free for longer than that.
 */
export const pauseForWriters = (): PauseForWriters => {
  let last = performance.now();
  return async (took, othersWrite) => {
    if (!othersWrite && performance.now() - last < INTERVAL) return;
    await pause(othersWrite ? Math.min(Math.max(SHORTEST, took / 2), LONGEST) : PAUSE_FOR_UNSEEN);
    last = performance.now();
  };
};
