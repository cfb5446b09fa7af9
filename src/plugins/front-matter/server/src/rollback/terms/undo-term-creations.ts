import type { TargetTerms } from '../../site/target';
import { processPage, type PageResult } from '../job/process-page';
import type { RollbackCounts } from '../job/report';
import type { RollbackJob } from '../job/rollback-job';

const PAGE = 200;

/** Marks the making of one page of terms as undone. */
export const undoTermCreations = (
  rollback: RollbackJob,
  counts: RollbackCounts,
  { kind }: TargetTerms,
  maker: number,
  below: number
): Promise<PageResult> =>
  processPage(rollback, async (job) => {
    const where = { run: maker, undoneBy: { $null: true }, kind };
    const page = await job.terms.page(where, below, PAGE);
    const last = page.at(-1);
    if (last === undefined) return null;
    await job.terms.setUndoneBy(
      page.map(({ id }) => id),
      job.run
    );
    return { counts, last: last.id };
  });

/** Marks the making of one page of terms as applied again. */
export const redoTermCreations = (
  rollback: RollbackJob,
  counts: RollbackCounts,
  { kind }: TargetTerms,
  below: number
): Promise<PageResult> =>
  processPage(rollback, async (job) => {
    const page = await job.terms.page(
      { run: job.root, undoneBy: { $notNull: true }, kind },
      below,
      PAGE
    );
    const last = page.at(-1);
    if (last === undefined) return null;
    await job.terms.setUndoneBy(
      page.map(({ id }) => id),
      null
    );
    return { counts, last: last.id };
  });
