import { issueOf } from '../../core/issue';
import type { RollbackJob } from './rollback-job';

const report = (job: RollbackJob, path: string, message: string): void => {
  job.options.onIssue({ path, ...issueOf('EDITED_SINCE', { message }) });
};

/** Reports a document that was left, and which of its attributes were changed. */
export const reportEdited = (job: RollbackJob, path: string, attributes: readonly string[]): void =>
  report(
    job,
    path,
    `The document was changed after run ${job.undone} and was left as it is (${attributes.join(', ')}).`
  );

/** Reports a document that is kept because other runs have changed it. */
export const reportChangedByRuns = (job: RollbackJob, path: string, by: readonly number[]): void =>
  report(
    job,
    path,
    `The document stays, since it was changed by run ${by.join(', ')} as well. It goes when that is undone, too.`
  );

/** Reports a document that was made at another time than the ledger says. */
export const reportNotMadeByRun = (job: RollbackJob, path: string): void =>
  report(
    job,
    path,
    `The document was not made by run ${job.root}, though the ledger says so, and was left as it is. Look at it yourself.`
  );
