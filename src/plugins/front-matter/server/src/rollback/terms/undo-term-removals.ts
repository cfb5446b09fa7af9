import type { ChangeFilter } from '../../ledger/changes';
import { termsByLocale } from '../../site/in-locale';
import type { TargetTerms } from '../../site/target';
import { processPage, type PageResult } from '../job/process-page';
import type { RollbackCounts } from '../job/report';
import type { RollbackJob } from '../job/rollback-job';
import { findOrRecreateTerms } from './recreate-terms';

const PAGE = 200;

const localeOf = ({ targetLocale }: { readonly targetLocale: string | null }) => targetLocale;

/**
 * Recreates one page of terms that a rollback has removed, the last removed first.
 *
 * @param where selects the removals
 */
export const undoTermRemovals = (
  rollback: RollbackJob,
  counts: RollbackCounts,
  terms: TargetTerms,
  where: ChangeFilter,
  below: number
): Promise<PageResult> =>
  processPage(rollback, async (job, trx) => {
    const ofType = { ...where, action: 'removed-term', contentType: terms.uid };
    const page = await job.changes.page({ ...ofType, undoneBy: { $null: true } }, below, PAGE);
    const last = page.at(-1);
    if (last === undefined) return null;
    const ofKind = page.filter(
      (removal) => removal.action === 'removed-term' && removal.before.kind === terms.kind
    );
    for (const [own, part] of termsByLocale(job.target, terms, ofKind, localeOf)) {
      for (const removal of part)
        await findOrRecreateTerms(job, trx, own, [removal.targetDocumentId]);
    }
    return { counts, last: last.id };
  });
