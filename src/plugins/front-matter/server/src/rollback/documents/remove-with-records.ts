import type { SiteDocument } from '../../core/document';
import { nameIn } from '../../core/locale';
import { contests } from '../../ledger/contests';
import type { StoredRecord } from '../../ledger/records/record';
import { removeDocuments } from '../../site/documents/remove-documents';
import type { RollbackJob } from '../job/rollback-job';

/** A document to remove, and its file's record. */
export interface DocumentToRemove {
  readonly record: StoredRecord;
  /**
   * Null where an editor has deleted it: its record is removed all the same, so that its file can
   * be imported again.
   */
  readonly document: SiteDocument | null;
}

/**
 * Removes documents and their records, and keeps both in the ledger so that they can be made again.
 */
export const removeWithRecords = async (
  job: RollbackJob,
  toRemove: readonly DocumentToRemove[]
): Promise<void> => {
  if (toRemove.length === 0) return;
  await job.changes.insert(
    toRemove.map(({ record, document }) => ({
      run: job.run,
      action: 'removed' as const,
      recordKey: record.key,
      contentType: job.target.uid,
      targetDocumentId: record.targetDocumentId ?? '',
      targetLocale: job.target.locale,
      madeBy: record.createdRun,
      before: { document, record },
    }))
  );
  await removeDocuments(
    job.strapi,
    job.target,
    toRemove.flatMap(({ document }) => document?.documentId ?? [])
  );
  await contests(job.strapi, job.target).markDue(
    toRemove.map(({ record }) =>
      nameIn(job.target, record.targetDocumentId ?? '', job.target.locale)
    )
  );
  await job.records.remove(toRemove.map(({ record }) => record.id));
  const { locale } = job.target;
  for (const { record, document } of toRemove) {
    if (document === null) continue;
    const { documentId } = document;
    job.announcements.note({ action: 'removed', documentId, locale, path: record.path });
  }
};
