import { setImmediate as nextTurn } from 'node:timers/promises';
import { transact, type Transaction } from 'strapi-plugin-kit/database';

import { contests } from '../../ledger/contests';
import { letOthersGo } from '../../write/let-others-go';
import { settlePage, touchEdited } from '../contests/settle-contests';
import { NOTHING_TOLD, tellPage } from '../contests/tell-contests';
import type { ImportJob } from './prepare';
import { retry } from './retry';
import type { Writer } from './write-batch';

/** Does some work in a transaction of its own, and leaves room for others after it. */
const inTurn = async <Result>(
  job: ImportJob,
  writer: Writer,
  work: (trx: Transaction) => Promise<Result>
): Promise<Result> => {
  let start = 0;
  const result = await retry(async () => {
    await letOthersGo(writer.strapi);
    start = performance.now();
    return transact(writer.strapi.db, async (trx) => {
      await writer.runs.beat(writer.run);
      return work(trx);
    });
  });
  await job.leaveRoom(performance.now() - start, await job.othersWrite());
  // Signals are heard between two turns of the event loop.
  await nextTurn();
  return result;
};

const settle = async (job: ImportJob, writer: Writer): Promise<void> => {
  const { signal } = job.options;
  const ledger = contests(writer.strapi, writer.target);
  await retry(() => touchEdited(writer));
  for (let above: string | null = ''; above !== null && !signal.aborted;) {
    const [next] = await ledger.due(above, 1);
    // Most archives have no address that is asked for twice.
    if (next === undefined) return;
    const from: string = above;
    above = await inTurn(job, writer, (trx) => settlePage(writer, trx, from, true));
  }
};

const tell = async (job: ImportJob, writer: Writer): Promise<void> => {
  const { signal, onIssue } = job.options;
  const ledger = contests(writer.strapi, writer.target);
  for (let after = NOTHING_TOLD; !signal.aborted;) {
    const [next] = await ledger.untold(after, 1);
    if (next === undefined) return;
    const from = after;
    const { said, last } = await inTurn(job, writer, () => tellPage(writer, job.archive, from));
    for (const issue of said) onIssue(issue);
    if (last === null) return;
    after = last;
  }
};

/**
 * Has each address that more than one post asks for lead to the one that it is, now that all of
 * them are known, and tells of it: so it does not matter in which order the files came. What a run
 * that was cut short has left, the next one does.
 */
export const reportContests = async (job: ImportJob): Promise<void> => {
  const { writer, options } = job;
  if (writer === null) {
    for await (const issue of job.foresee.contests()) options.onIssue(issue);
    return;
  }
  await settle(job, writer);
  await tell(job, writer);
};
