import { transact } from 'strapi-plugin-kit/database';

import type { Counts } from '../../core/plan/counts';
import { digestStatus, STATUS } from '../../core/plan/digest-post';
import { contests } from '../../ledger/contests';
import { noteWriting } from '../../ledger/edited';
import type { RecordedPath, StoredRecord } from '../../ledger/records';
import { holdDocuments } from '../../write/hold-documents';
import { byLocale, nameIn } from '../../write/in-locale';
import { letOthersGo } from '../../write/let-others-go';
import { loadDocuments, type SiteDocument } from '../../write/load-documents';
import { unpublishDocument } from '../../write/publish-document';
import type { Target } from '../../write/target';
import type { Writer } from './write-batch';

const unpublish = async (
  { strapi, records, changes, run }: Writer,
  target: Target,
  record: StoredRecord,
  document: SiteDocument
): Promise<void> => {
  const hidden = digestStatus(false);
  const imported = { [STATUS]: { from: hidden, as: hidden } };
  const note = await noteWriting(changes, target, document, record, document.main.updatedAt);
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
      after: {
        values: { [STATUS]: hidden },
        updatedAt: document.main.updatedAt,
        checksum: null,
        written: {},
        imported,
      },
    },
  ]);
  // As though the archive had hidden the post: it is published again when its file is back.
  await records.update(record.id, {
    status: 'missing',
    imported: { ...record.imported, ...imported },
    run,
    ...note,
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
  await transact(strapi.db, async (trx) => {
    await runs.beat(writer.run);
    const ids = gone.flatMap(({ targetDocumentId }) => targetDocumentId ?? []);
    await holdDocuments(strapi, trx, target, ids);
    const stored = await records.byKeys(gone.map(({ key }) => key));
    const localeOf = ({ targetLocale }: StoredRecord): string | null => targetLocale;
    for (const [own, part] of byLocale(target, [...stored.values()], localeOf)) {
      const documents = await loadDocuments(strapi, own, ids);
      for (const record of part) {
        const document = documents.get(record.targetDocumentId ?? '');
        // Taken from the public once: whoever publishes it after that means it.
        if (!document?.published || record.status === 'missing') continue;
        await unpublish(writer, own, record, document);
        await contests(strapi, own).touch([nameIn(own, document.documentId, own.locale)]);
      }
    }
    await runs.count(writer.run, counts);
  });
};
