import { contests } from '../../ledger/contests';
import type { StoredRecord } from '../../ledger/records';
import type { SiteDocument } from '../../write/load-documents';
import { nameIn } from '../../write/in-locale';
import { removeDocuments } from '../../write/remove-documents';
import type { RollbackJob } from './job';

/** A document that goes, and its file's record. */
export interface Leaving {
  readonly record: StoredRecord;
  /** Null where an editor has deleted it: as good as removed, and its file may come back. */
  readonly document: SiteDocument | null;
}

/** Removes documents, and keeps in the ledger what they were. */
export const buryDocuments = async (
  job: RollbackJob,
  leaving: readonly Leaving[]
): Promise<void> => {
  if (leaving.length === 0) return;
  await job.changes.insert(
    leaving.map(({ record, document }) => ({
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
    leaving.flatMap(({ document }) => document?.documentId ?? [])
  );
  await contests(job.strapi, job.target).touch(
    leaving.map(({ record }) =>
      nameIn(job.target, record.targetDocumentId ?? '', job.target.locale)
    )
  );
  await job.records.remove(leaving.map(({ record }) => record.id));
};
