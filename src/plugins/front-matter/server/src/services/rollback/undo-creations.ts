import { digestValues, digestStatus, STATUS } from '../../core/plan/digest-post';
import type { StoredRecord } from '../../ledger/records';
import { findTranslated } from '../../write/find-translated';
import { holdDocuments } from '../../write/hold-documents';
import { loadDocuments, type SiteDocument } from '../../write/load-documents';
import { removeDocuments } from '../../write/remove-documents';
import { doPage, reportLeft, type RollbackJob } from './job';
import type { RollbackCounts } from './report';

const PAGE = 100;

/** What of a document is no longer as its run made it. */
const changedSince = (document: SiteDocument, record: StoredRecord): string[] => {
  const now: Record<string, string> = {
    ...digestValues(document.main.values),
    ...digestValues(document.main.terms),
    [STATUS]: digestStatus(document.published !== null),
  };
  const imported = record.imported ?? {};
  const changed = Object.keys(now).filter((name) => now[name] !== (imported[name]?.as ?? '-'));
  const rows = [document.main, ...(document.published === null ? [] : [document.published])];
  // Attributes that no file goes to leave their trace in the time.
  const isSaved = rows.some((row) => row.updatedAt !== row.createdAt);
  return changed.length > 0 || !isSaved ? changed : ['updatedAt'];
};

const remove = async (
  job: RollbackJob,
  records: readonly StoredRecord[],
  documents: ReadonlyMap<string, SiteDocument>
): Promise<void> => {
  const images = records.map((record) => ({
    record,
    // What an editor has deleted is as good as removed, and its file may come back.
    document: documents.get(record.targetDocumentId ?? '') ?? null,
  }));
  await job.changes.insert(
    images.map(({ record, document }) => ({
      run: job.run,
      action: 'removed' as const,
      recordKey: record.key,
      contentType: job.target.uid,
      targetDocumentId: record.targetDocumentId ?? '',
      targetLocale: job.target.locale,
      before: { document, record },
    }))
  );
  await removeDocuments(
    job.strapi,
    job.target.uid,
    images.flatMap(({ document }) => document?.documentId ?? [])
  );
  await job.records.remove(records.map(({ id }) => id));
};

/** Removes one page of the documents that a run made and nobody has touched since. */
export const undoCreations = (
  rollback: RollbackJob,
  counts: RollbackCounts,
  above: number
): Promise<{ readonly counts: RollbackCounts; readonly last: number } | null> =>
  doPage(rollback, counts, async (job, trx) => {
    const page = await job.records.createdBy(job.undone, above, PAGE);
    const last = page.at(-1);
    if (last === undefined) return null;
    const ids = page.flatMap(({ targetDocumentId }) => targetDocumentId ?? []);
    const { strapi, target } = job;
    await holdDocuments(strapi, trx, target, ids);
    const documents = await loadDocuments(strapi, target, ids);
    const translated = await findTranslated(strapi, target.uid, target.locale, ids);
    const untouched: StoredRecord[] = [];
    let left = 0;
    for (const record of page) {
      const document = documents.get(record.targetDocumentId ?? '');
      const changed = document === undefined ? [] : changedSince(document, record);
      if (document !== undefined && translated.has(document.documentId)) changed.push('locale');
      if (changed.length === 0) untouched.push(record);
      else {
        left += 1;
        reportLeft(job, record.path, changed);
      }
    }
    await remove(job, untouched, documents);
    return {
      counts: {
        ...counts,
        removed: counts.removed + documents.size - left,
        left: counts.left + left,
      },
      last: last.id,
    };
  });
