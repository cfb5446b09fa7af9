import { setTimeout as pause } from 'node:timers/promises';

import type { Core } from '@strapi/strapi';

/**
 * Leaves room for others who write, after a transaction.
 *
 * @param took how long it took, in milliseconds
 * @param besideOthers whether others have been seen to write
 */
export type LeaveRoom = (took: number, besideOthers: boolean) => Promise<void>;

/** How long room is left for those who have been seen; in milliseconds. */
const SHORTEST = 25;
const LONGEST = 100;

/** Who waits for the first time has not been seen: room is left for him, too, now and then. */
const EVERY = 500;
const FOR_NOBODY_SEEN = 8;

/**
 * On SQLite, which has one writer at a time, whoever waits looks every few milliseconds whether the
 * file is free: it has to be for longer than that. Servers let all of them write at once.
 */
export const leaveRoom = ({ db }: Core.Strapi): LeaveRoom => {
  if (db.dialect.client !== 'sqlite') return async () => undefined;
  let last = performance.now();
  return async (took, besideOthers) => {
    if (!besideOthers && performance.now() - last < EVERY) return;
    await pause(besideOthers ? Math.min(Math.max(SHORTEST, took / 2), LONGEST) : FOR_NOBODY_SEEN);
    last = performance.now();
  };
};
