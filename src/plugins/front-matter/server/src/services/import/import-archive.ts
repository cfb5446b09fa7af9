import { setImmediate as nextTurn } from 'node:timers/promises';

import type { Core } from '@strapi/strapi';
import { boundHeap } from 'strapi-plugin-kit/cli';
import { engineOf, type LogMover } from 'strapi-plugin-kit/database';

import type { Settings } from '../../config/settings';
import { NO_COUNTS } from '../../core/plan/counts';
import { adoptTimezone } from '../../write/addresses';
import { closeRun, heart } from './close-run';
import { explainFailure } from './explain-failure';
import { findRenamed } from './find-renamed';
import { startReader } from '../reading/file-reader';
import { importBatches } from './import-batches';
import { lookAgain } from './look-again';
import { reportMissing } from './missing';
import { reportContests } from './report-contests';
import type { ImportOptions } from './options';
import { prepareImport } from './prepare';
import { readBatches } from './read-batches';
import { startReport, type ImportReport } from './report';
import { selections } from './select-due';

const run = async (
  strapi: Core.Strapi,
  settings: Settings,
  options: ImportOptions
): Promise<ImportReport> => {
  const report = startReport();
  const prepared = await prepareImport(strapi, settings, options);
  const beat = heart(prepared);
  let reader = startReader(prepared.reading);
  let log: LogMover | null = null;
  let counts = NO_COUNTS;
  try {
    if (!options.dryRun) {
      log = await engineOf(strapi.db).moveLog(strapi);
      await adoptTimezone(strapi, options.archive.timezone);
    }
    for (const issue of options.archive.issues) options.onIssue({ path: '', ...issue });
    const looked = await lookAgain(prepared);
    const renames = await findRenamed(looked, () => beat(counts));
    const job = { ...looked, planner: { ...looked.planner, renames } };
    for (const [pass, select] of selections(job).entries()) {
      // Told to stop before the first batch, it has not looked for all that was renamed.
      if (options.signal.aborted) break;
      if (pass > 0) {
        await reader.close();
        reader = startReader(prepared.reading);
      }
      for await (const sofar of importBatches(job, readBatches(reader, select), counts)) {
        counts = sofar;
        options.onProgress(counts);
        await beat(counts);
        await log?.move();
        // SQLite answers at once: nobody else would get a word in until the last post is written.
        await nextTurn();
        if (options.signal.aborted) break;
      }
    }
    await log?.close();
    if (!options.signal.aborted) counts = await reportMissing(job, counts);
    if (!options.signal.aborted) await reportContests(job);
    const issue = options.signal.aborted ? null : await job.languages?.issue();
    if (issue) options.onIssue({ path: '', ...issue });
  } catch (cause) {
    const error = explainFailure(cause);
    await closeRun(strapi, prepared, 'failed', counts, error);
    throw error;
  } finally {
    await reader.close();
    await log?.close();
  }
  const complete = !options.signal.aborted;
  await closeRun(strapi, prepared, complete ? 'finished' : 'cancelled', counts, null);
  return report(
    {
      run: prepared.writer?.run ?? null,
      archive: prepared.archive,
      dryRun: options.dryRun,
      complete,
    },
    counts
  );
};

/**
 * Imports an archive: what is due is read, planned against the ledger, and written batch by
 * batch. Killed at any moment it leaves whole transactions, and the same call goes on from there.
 *
 * @throws UsageError when the archive has another's name, its posts are there already, or the locale is not
 * @throws BusyError while another run is at work
 * @throws ConfigurationError when the configuration names what the schema lacks
 * @throws DatabaseFailure when the disk is full or the database is gone
 */
export const importArchive = async (
  strapi: Core.Strapi,
  settings: Settings,
  options: ImportOptions
): Promise<ImportReport> => {
  const letGrow = boundHeap();
  try {
    return await run(strapi, settings, options);
  } catch (error) {
    throw explainFailure(error);
  } finally {
    letGrow();
  }
};
