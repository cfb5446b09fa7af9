import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Transaction } from 'strapi-plugin-kit/database';

import { contests } from '../ledger/contests';
import { resolveContestsPage, markEditedDue } from '../contests/resolve-contests';
import { REPORT_START, reportContestsPage } from '../contests/report-contests';
import type { ImportJob } from './job/import-job';
import { retryTransient } from '../run/retry-transient';
import { runTransactionAndPause } from '../run/run-transaction';
import type { Writer } from './write/writer';

const transact = async <Result>(
  job: ImportJob,
  writer: Writer,
  work: (trx: Transaction) => Promise<Result>
): Promise<Result> => {
  const result = await runTransactionAndPause(writer, job, work);
  // Signals are heard between two turns of the event loop.
  await nextTurn();
  return result;
};

const resolve = async (job: ImportJob, writer: Writer): Promise<void> => {
  const { signal } = job.options;
  const ledger = contests(writer.strapi, writer.target);
  await retryTransient(() => markEditedDue(writer));
  for (let above: string | null = ''; above !== null && !signal.aborted;) {
    const [next] = await ledger.findDue(above, 1);
    // Most archives have no address that is asked for twice.
    if (next === undefined) return;
    const from: string = above;
    above = await transact(job, writer, (trx) => resolveContestsPage(writer, trx, from, true));
  }
};

const report = async (job: ImportJob, writer: Writer): Promise<void> => {
  const { signal, onIssue } = job.options;
  const ledger = contests(writer.strapi, writer.target);
  for (let after = REPORT_START; !signal.aborted;) {
    const [next] = await ledger.findUnreported(after, 1);
    if (next === undefined) return;
    const from = after;
    const { issues, last } = await transact(job, writer, () =>
      reportContestsPage(writer, job.archive, from)
    );
    for (const issue of issues) onIssue(issue);
    if (last === null) return;
    after = last;
  }
};

/**
 * Decides and reports contested addresses once all posts that ask for them are known, so that the
 * order of the files does not matter. The next run does what a run that was cut short has left.
 */
export const reportContests = async (job: ImportJob): Promise<void> => {
  const { writer, options } = job;
  if (writer === null) {
    for await (const issue of job.foresee.contests()) options.onIssue(issue);
    return;
  }
  await resolve(job, writer);
  await report(job, writer);
};
