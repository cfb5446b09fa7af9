import { setImmediate as nextTurn } from 'node:timers/promises';

import type { Core } from '@strapi/strapi';
import { boundHeap } from 'strapi-plugin-kit/cli';
import { engineOf, type Checkpointer } from 'strapi-plugin-kit/database';

import type { Settings } from '../config/settings';
import { NO_COUNTS } from '../core/plan/counts';
import { adoptTimezone } from '../site/addresses';
import { explainFailure } from '../run/explain-failure';
import { startHeartbeat } from '../run/heartbeat/heartbeat';
import { performRun } from '../run/perform-run';
import { findRenamed } from './renames/find-renamed';
import { type FileReader, openReader, startReader } from '../reading/file-reader';
import { importBatches } from './import-batches';
import { guardAgain } from './guard-again';
import { reportMissing } from './missing/report-missing';
import { reportContests } from './report-contests';
import type { ImportOptions } from './job/options';
import { prepareImport } from './prepare-import';
import { readBatches } from './entries/read-batches';
import { startReport, type ImportReport } from './job/report';
import { selections } from './entries/select-due';

const run = async (
  strapi: Core.Strapi,
  settings: Settings,
  options: ImportOptions,
  first: FileReader
): Promise<ImportReport> => {
  const report = startReport();
  const prepared = await prepareImport(strapi, settings, options);
  const { writer } = prepared;
  const heartbeat = startHeartbeat(writer);
  let counts = NO_COUNTS;
  const work = async (): Promise<void> => {
    let reader = first;
    const { onKeys } = options;
    reader.open({ ...prepared.reading, countsKeys: onKeys !== undefined });
    let checkpointer: Checkpointer | null = null;
    try {
      if (!options.dryRun) {
        checkpointer = await engineOf(strapi.db).startCheckpoints(strapi);
        await adoptTimezone(strapi, options.archive.timezone);
      }
      for (const issue of options.archive.issues) options.onIssue({ path: '', ...issue });
      const looked = await guardAgain(prepared);
      const renames = await findRenamed(looked, () => heartbeat(counts));
      const job = { ...looked, planner: { ...looked.planner, renames } };
      for (const [pass, select] of selections(job).entries()) {
        // Told to stop before the first batch, it has not looked for all that was renamed.
        if (options.signal.aborted) break;
        if (pass > 0) {
          await reader.close();
          reader = openReader(prepared.reading);
        }
        for await (const sofar of importBatches(
          job,
          readBatches(reader, job.corrections, select),
          counts
        )) {
          counts = sofar;
          options.onProgress(counts);
          await heartbeat(counts);
          await checkpointer?.checkpoint();
          // SQLite answers at once: nobody else would get a word in until the last post is written.
          await nextTurn();
          if (options.signal.aborted) break;
        }
        // Each pass goes through all files.
        const keys = pass > 0 || options.signal.aborted ? null : await reader.keys();
        if (keys !== null) onKeys?.(keys);
      }
      await checkpointer?.close();
      if (!options.signal.aborted) counts = await reportMissing(job, counts);
      if (!options.signal.aborted) await reportContests(job);
      const issue = options.signal.aborted ? null : await job.languages?.issue();
      if (issue) options.onIssue({ path: '', ...issue });
      const lost = options.signal.aborted ? [] : (job.notKept?.issues() ?? []);
      for (const each of lost) options.onIssue({ path: '', ...each });
    } finally {
      await reader.close();
      await checkpointer?.close();
    }
  };
  const course = { signal: options.signal, counts: () => counts };
  const status = await performRun(strapi, writer, course, work);
  return report(
    {
      run: writer?.run ?? null,
      archive: prepared.archive,
      dryRun: options.dryRun,
      complete: status === 'finished',
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
  // Its thread loads its code while the import is prepared.
  const reader = options.reader ?? startReader();
  try {
    return await run(strapi, settings, options, reader);
  } catch (error) {
    throw explainFailure(error);
  } finally {
    await reader.close();
    letGrow();
  }
};
