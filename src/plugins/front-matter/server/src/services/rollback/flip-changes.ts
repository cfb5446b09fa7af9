import type { Update, Where } from '../../ledger/changes';
import { holdDocuments } from '../../write/hold-documents';
import { settleDocuments } from './flip-documents';
import { doPage, jobsByLocale, type Page, type RollbackJob } from './job';
import type { RollbackCounts } from './report';

/** Small pages: a change holds whole bodies, and to undo it takes some ten milliseconds. */
const PAGE = 20;

/**
 * Has one page of what runs did to documents that existed count no more, or count again; the last
 * first.
 *
 * @param where which changes
 */
export const flipChanges = (
  rollback: RollbackJob,
  counts: RollbackCounts,
  where: Where,
  below: number
): Promise<Page> =>
  doPage(rollback, async (job, trx) => {
    const page = await job.changes.page({ ...where, action: 'updated' }, below, PAGE);
    const last = page.at(-1);
    if (last === undefined) return null;
    const updates = page.filter((change): change is Update => change.action === 'updated');
    await holdDocuments(
      job.strapi,
      trx,
      job.target,
      updates.map(({ targetDocumentId }) => targetDocumentId)
    );
    let sofar = counts;
    for (const [own, part] of jobsByLocale(job, updates)) {
      sofar = await settleDocuments(own, trx, part, sofar);
    }
    return { counts: sofar, last: last.id };
  });
