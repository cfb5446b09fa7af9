import { hostname } from 'node:os';

import { isAlive } from '../../run/heartbeat/is-alive';
import type { TaskRow } from './tasks';

/** A task on another host that has been silent for so long counts as dead; in milliseconds. */
const SILENCE = 120_000;

/** The same for one on this host, whose process is there; in milliseconds. */
const OWN_SILENCE = 3_600_000;

/** How long an app may take to boot before its task says a word; in milliseconds. */
const BOOT = 300_000;

/** Whether the process of a task that has not ended is gone. */
export const isDeserted = ({ host, pid, state, beatAt }: TaskRow): boolean => {
  const silent = Date.now() - Date.parse(beatAt);
  if (state === 'starting' && pid === null) return silent > BOOT;
  // A machine may have slept, or its database been away; but another process may have the number by now.
  if (host === hostname() && pid !== null) return !isAlive(pid) || silent > OWN_SILENCE;
  return silent > SILENCE;
};
