import { issueOf } from '../../core/issue-codes';
import type { Counts } from '../../core/plan/counts';
import type { RecordedPath } from '../../ledger/records';
import type { ImportJob } from './prepare';
import { retry } from './retry';
import { unpublishMissing } from './unpublish-missing';

const KEPT = issueOf('MISSING', {
  message: 'The file was imported before and is no longer in the archive. Its document is kept.',
});

const UNPUBLISHED = issueOf('MISSING', {
  message:
    'The file was imported before and is no longer in the archive. Its document is not public.',
});

/**
 * Reports documents whose files are gone from the archive. They are kept; asked to, the import
 * takes them from the public, and gives them back when their files are there again.
 */
export const reportMissing = async (job: ImportJob, before: Counts): Promise<Counts> => {
  const { planner, writer, options, seen } = job;
  const isGone = ({ key, path, targetDocumentId }: RecordedPath): boolean =>
    targetDocumentId !== null && !seen.has(key) && !planner.moved.has(key) && !planner.exists(path);
  let counts = before;
  for await (const page of planner.records.paths(job.archive)) {
    const gone = page.filter(isGone);
    if (gone.length === 0) continue;
    if (writer !== null && options.unpublishMissing) {
      const { missing } = counts;
      await retry(() => unpublishMissing(writer, gone, { ...counts, missing }));
    }
    const issue = options.unpublishMissing ? UNPUBLISHED : KEPT;
    for (const { path } of gone) options.onIssue({ path, ...issue });
    counts = { ...counts, missing: counts.missing + gone.length };
  }
  return counts;
};
