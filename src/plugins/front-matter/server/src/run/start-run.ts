import { hostname, userInfo } from 'node:os';

import type { Core } from '@strapi/strapi';

import { runs, type Run } from '../ledger/runs';
import { isDead } from './heartbeat/is-dead';
import { logRun } from './log-run';

/** Another run is at work; the message says whose and since when. */
class BusyError extends Error {
  constructor(run: Run) {
    super(
      `Run ${run.number} (${run.kind} of ${run.archive ?? 'a run'}) is still at work: process ${run.pid} on ${run.host}, since ${run.startedAt}. Wait until it is done, or stop it.`
    );
    this.name = 'BusyError';
  }
}

const ATTEMPTS = 3;

const userName = (): string => {
  try {
    return userInfo().username;
  } catch {
    return 'unknown';
  }
};

/**
 * Starts a run and takes the lock, also from a run whose process has died.
 *
 * @param startedBy who wants it; by default the user of the system
 * @throws BusyError while another run holds it
 */
export const startRun = async (
  strapi: Core.Strapi,
  run: Pick<Run, 'kind' | 'archive' | 'options'>,
  startedBy = userName()
): Promise<Run> => {
  const ledger = runs(strapi);
  const before = await ledger.lockHolder();
  if (before !== null) {
    if (!isDead(before)) throw new BusyError(before);
    await ledger.markInterrupted(before);
  }
  const by = { startedBy, host: hostname(), pid: process.pid };
  for (let attempt = 1; ; attempt += 1) {
    try {
      const begun = await ledger.insert({ ...run, ...by });
      logRun(strapi, begun);
      return begun;
    } catch (error) {
      const winner = await ledger.lockHolder();
      if (winner !== null) throw new BusyError(winner);
      // Another run that was given the same number may have finished already.
      if (attempt === ATTEMPTS) throw error;
    }
  }
};
