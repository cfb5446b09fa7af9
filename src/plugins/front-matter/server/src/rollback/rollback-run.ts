import type { Core } from '@strapi/strapi';
import { boundHeap } from 'strapi-plugin-kit/cli';

import type { Settings } from '../config/settings';
import { loadRollbacks } from '../ledger/rollbacks';
import { runs } from '../ledger/runs';
import { performRun } from '../run/perform-run';
import { UsageError } from '../run/usage-error';
import type { RollbackOptions } from './job/options';
import { NO_ROLLBACK_COUNTS, type RollbackReport } from './job/report';
import { runPasses } from './run-passes';
import { startRollback } from './start-rollback';

/**
 * Undoes a run: documents that it made and nobody has changed since are removed, documents that it
 * changed get their earlier values back, documents that it removed are made again. What somebody
 * has changed since is left as it is, and reported. A rollback is a run itself, which can be
 * undone. A rollback that was killed goes on when it is called again.
 *
 * @throws UsageError for a run that does not exist
 * @throws BusyError while another run is at work
 */
export const rollbackRun = async (
  strapi: Core.Strapi,
  settings: Settings,
  options: RollbackOptions
): Promise<RollbackReport> => {
  const undone = await runs(strapi).find(options.run);
  if (undone === null) throw new UsageError(`There is no run ${options.run}. "runs" lists them.`);
  const rollbacks = await loadRollbacks(strapi);
  const by = rollbacks.rollbackOf(undone.number);
  if (by !== null) {
    const { number, finishedAt } = by;
    return { run: number, undone: undone.number, undoneAt: finishedAt, ...NO_ROLLBACK_COUNTS };
  }
  const job = await startRollback(strapi, settings, options, undone, rollbacks);
  let counts = NO_ROLLBACK_COUNTS;
  const work = (): Promise<void> =>
    runPasses(job, counts, (next) => {
      counts = next;
      options.onProgress?.(next);
    });
  const letGrow = boundHeap();
  try {
    await performRun(strapi, job, { signal: options.signal, counts: () => counts }, work);
  } finally {
    letGrow();
  }
  return { run: job.run, undone: job.undone, undoneAt: null, ...counts };
};
