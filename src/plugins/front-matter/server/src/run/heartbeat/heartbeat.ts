import type { RunCounts, Runs } from '../../ledger/runs';

/** Between two heartbeats, in milliseconds; much less than a silent run takes to count as dead. */
const INTERVAL = 5_000;

/**
 * Starts the heartbeat of a run, for work that writes nothing for a long time.
 *
 * @param active null for a dry run, which has no heartbeat
 * @returns a function to call often: it says now and then that the run is alive, and saves the counts
 */
export const startHeartbeat = (active: { readonly runs: Runs; readonly run: number } | null) => {
  let last = Date.now();
  return async (counts: RunCounts): Promise<void> => {
    if (active === null || Date.now() - last < INTERVAL) return;
    last = Date.now();
    await active.runs.heartbeat(active.run);
    await active.runs.saveCounts(active.run, counts);
  };
};
