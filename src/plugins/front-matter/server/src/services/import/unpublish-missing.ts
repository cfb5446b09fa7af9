import type { Counts } from '../../core/plan/counts';
import { digestStatus, STATUS } from '../../core/plan/digest-post';
import type { RecordedPath, StoredRecord } from '../../ledger/records';
import { holdDocuments } from '../../write/hold-documents';
import { letOthersGo } from '../../write/let-others-go';
import { loadDocuments, type SiteDocument } from '../../write/load-documents';
import { unpublishDocument } from '../../write/publish-document';
import { inTransaction } from '../../write/transaction';
import type { Writer } from './write-batch';

const unpublish = async (
  { strapi, target, records, changes, run }: Writer,
  record: StoredRecord,
  document: SiteDocument
): Promise<void> => {
  const hidden = digestStatus(false);
  await unpublishDocument(strapi, target, document.documentId);
  await changes.insert([
    {
      run,
      action: 'updated',
      recordKey: record.key,
      contentType: target.uid,
      targetDocumentId: document.documentId,
      targetLocale: target.locale,
      before: { document, record },
      after: { values: { [STATUS]: hidden }, updatedAt: null, run, checksum: null },
    },
  ]);
  // As though the archive had hidden the post: it is published again when its file is back.
  await records.update(record.id, {
    status: 'missing',
    imported: { ...record.imported, [STATUS]: { from: hidden, as: hidden } },
    run,
  });
};

/** Takes documents whose files are gone from the public, in one transaction. */
export const unpublishMissing = async (
  writer: Writer,
  gone: readonly RecordedPath[],
  counts: Counts
): Promise<void> => {
  const { strapi, target, records, runs } = writer;
  await letOthersGo(strapi);
  await inTransaction(strapi, async (trx) => {
    await runs.beat(writer.run, counts);
    const ids = gone.flatMap(({ targetDocumentId }) => targetDocumentId ?? []);
    await holdDocuments(strapi, trx, target, ids);
    const stored = await records.byKeys(gone.map(({ key }) => key));
    const documents = await loadDocuments(strapi, target, ids);
    for (const record of stored.values()) {
      const document = documents.get(record.targetDocumentId ?? '');
      // Taken from the public once: whoever publishes it after that means it.
      if (!document?.published || record.status === 'missing') continue;
      await unpublish(writer, record, document);
    }
  });
};
