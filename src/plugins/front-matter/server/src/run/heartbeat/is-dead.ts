import { hostname } from 'node:os';

import type { Run } from '../../ledger/runs';
import { isAlive } from './is-alive';

/** A run on another host without a heartbeat for so long counts as dead; in milliseconds. */
const SILENCE = 120_000;

/** What rounding and a clock that is set make of a difference; in milliseconds. */
const SLACK = 1_000;

/** When this process began, in milliseconds since the epoch. */
const startOfProcess = (): number => Date.now() - process.uptime() * 1000;

/** Whether the process of a run has ended before the run did. */
export const isDead = ({ host, pid, startedAt, beatAt }: Run): boolean => {
  if (Date.now() - Date.parse(beatAt) > SILENCE) return true;
  if (host !== hostname()) return false;
  // In a container every process has the number that the one before it had.
  if (pid === process.pid) return Date.parse(startedAt) < startOfProcess() - SLACK;
  return !isAlive(pid);
};
