import { setImmediate as nextTurn } from 'node:timers/promises';
import { chunks } from 'strapi-plugin-kit/database';

import { issueOf } from '../../core/issue';
import type { Counts } from '../../core/plan/counts';
import type { RecordedPath } from '../../ledger/records/record';
import { findLivingRecords } from '../plan/find-living-records';
import type { ImportJob } from '../job/import-job';
import { retryTransient } from '../../run/retry-transient';
import { unpublishMissing } from './unpublish-missing';

const KEPT = issueOf('MISSING', {
  message: 'The file was imported before and is no longer in the archive. Its document is kept.',
});

const UNPUBLISHED = issueOf('MISSING', {
  message:
    'The file was imported before and is no longer in the archive. Its document was taken from the public.',
});

/** Documents that are unpublished in one transaction: each takes some twenty milliseconds. */
const TOGETHER = 10;

/** Files of a page of the ledger that are gone, and whose documents are not. */
const findGone = async (
  { planner }: ImportJob,
  page: readonly RecordedPath[]
): Promise<readonly RecordedPath[]> => {
  const gone = page.filter(
    ({ key, path, targetDocumentId }) =>
      targetDocumentId !== null && !planner.moved.has(key) && !planner.exists(path)
  );
  const living = await findLivingRecords(planner, gone);
  return gone.filter((record) => living.has(record));
};

/**
 * Reports documents whose files are gone from the archive. They are kept; asked to, the import
 * takes them from the public, and gives them back when their files are there again. What an
 * editor has deleted is not missed, and nothing is where some files are imported alone.
 */
export const reportMissing = async (job: ImportJob, before: Counts): Promise<Counts> => {
  const { planner, writer, options } = job;
  if (job.reading.only !== null) return before;
  // Where every recorded file was there when the import began, each has been read since.
  if (planner.presence.present === planner.presence.recorded) return before;
  const issue = options.unpublishMissing ? UNPUBLISHED : KEPT;
  let counts = before;
  // What this run has written was there a moment ago.
  for await (const page of planner.records.paths(job.archive, writer?.run ?? null)) {
    for (const gone of chunks(await findGone(job, page), TOGETHER)) {
      if (options.signal.aborted) return counts;
      counts = { ...counts, missing: counts.missing + gone.length };
      const sofar = counts;
      if (options.unpublishMissing) {
        if (writer === null) await job.foresee.hide(gone);
        else await retryTransient(() => unpublishMissing(writer, gone, sofar));
      }
      for (const { path } of gone) options.onIssue({ path, ...issue });
    }
    // Reports are written, and signals heard, between two turns of the event loop.
    await nextTurn();
  }
  return counts;
};
