import { lockDocuments } from 'strapi-plugin-kit/database';

import type { Update } from '../../ledger/change';
import type { ChangeFilter } from '../../ledger/changes';
import { processPage, type PageResult } from '../job/process-page';
import type { RollbackCounts } from '../job/report';
import { jobsByLocale, type RollbackJob } from '../job/rollback-job';
import { restoreDocuments } from './restore-documents';

/** A small page: a change holds whole bodies, and takes some ten milliseconds to undo. */
const PAGE = 20;

/**
 * Undoes one page of changes that were applied, or redoes one page of undone changes; the last
 * first.
 *
 * @param where selects the changes
 */
export const toggleChanges = (
  rollback: RollbackJob,
  counts: RollbackCounts,
  where: ChangeFilter,
  below: number
): Promise<PageResult> =>
  processPage(rollback, async (job, trx) => {
    const page = await job.changes.page({ ...where, action: 'updated' }, below, PAGE);
    const last = page.at(-1);
    if (last === undefined) return null;
    const updates = page.filter((change): change is Update => change.action === 'updated');
    await lockDocuments(
      job.strapi,
      trx,
      job.target.uid,
      updates.map(({ targetDocumentId }) => targetDocumentId)
    );
    let sofar = counts;
    for (const [own, part] of jobsByLocale(job, updates)) {
      sofar = await restoreDocuments(own, trx, part, sofar);
    }
    return { counts: sofar, last: last.id };
  });
