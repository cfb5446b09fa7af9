import { setTimeout as pause } from 'node:timers/promises';

import type { LeaveRoom } from '../engine';

/** How long room is left for those who have been seen; in milliseconds. */
const SHORTEST = 25;
const LONGEST = 100;

/** Who waits for the first time has not been seen: room is left for him, too, now and then. */
const EVERY = 500;
const FOR_NOBODY_SEEN = 8;

/**
 * SQLite has one writer at a time. Whoever waits looks every few milliseconds whether the file is
 * free: it has to be for longer than that.
 */
export const leaveRoom = (): LeaveRoom => {
  let last = performance.now();
  return async (took, besideOthers) => {
    if (!besideOthers && performance.now() - last < EVERY) return;
    await pause(besideOthers ? Math.min(Math.max(SHORTEST, took / 2), LONGEST) : FOR_NOBODY_SEEN);
    last = performance.now();
  };
};
