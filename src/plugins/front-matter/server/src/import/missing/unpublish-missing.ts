import { lockDocuments } from 'strapi-plugin-kit/database';

import type { SiteDocument } from '../../core/document';
import { nameIn } from '../../core/locale';
import type { Counts } from '../../core/plan/counts';
import { hashStatus, STATUS } from '../../core/plan/hash-post';
import type { KeptTime } from '../../ledger/change';
import { contests } from '../../ledger/contests';
import { findEditMarks } from '../../ledger/find-edits';
import type { RecordedPath, StoredRecord } from '../../ledger/records/record';
import { byLocale } from '../../site/in-locale';
import { runTransaction } from '../../run/run-transaction';
import { loadDocuments } from '../../site/documents/load-documents';
import { unpublishDocument } from '../../site/documents/publish-document';
import { scheduleTarget } from '../../site/schedule';
import type { Target } from '../../site/target';
import type { Writer } from '../write/writer';

/** The time at which a document is to be published, as a change keeps it. */
const timeOf = async (
  { schedule }: Writer,
  target: Target,
  documentId: string
): Promise<KeptTime | null> => {
  const [time] = (await schedule?.find([scheduleTarget(target, documentId)])) ?? [];
  return time === undefined ? null : { at: time.at.toISOString(), by: time.by };
};

const unpublish = async (
  writer: Writer,
  target: Target,
  record: StoredRecord,
  document: SiteDocument
): Promise<void> => {
  const { strapi, records, changes, run } = writer;
  const time = await timeOf(writer, target, document.documentId);
  const hidden = hashStatus(false);
  const imported = { [STATUS]: { from: hidden, as: hidden } };
  const note = await findEditMarks(changes, target, document, record, document.main.updatedAt);
  await unpublishDocument(strapi, target, document.documentId);
  await changes.insert([
    {
      run,
      action: 'updated',
      recordKey: record.key,
      contentType: target.uid,
      targetDocumentId: document.documentId,
      targetLocale: target.locale,
      before: { document, record, time },
      after: {
        values: { [STATUS]: hidden },
        updatedAt: document.main.updatedAt,
        checksum: null,
        written: {},
        imported,
        ...(typeof record.scheduledAt === 'string' ? { scheduledAt: null } : {}),
      },
    },
  ]);
  // As though the archive had hidden the post: it is published again when its file is back.
  await records.update(record.id, {
    status: 'missing',
    imported: { ...record.imported, ...imported },
    scheduledAt: null,
    run,
    ...note,
  });
};

/** Has a draft not published any more at the time that an import has set. What an editor has decided stays. */
const unschedule = async (
  writer: Writer,
  target: Target,
  record: StoredRecord,
  document: SiteDocument
): Promise<void> => {
  const { schedule, records, changes, run } = writer;
  const { uid } = target;
  const { documentId } = document;
  const time = await timeOf(writer, target, documentId);
  if (time?.by !== null) {
    await records.update(record.id, { status: 'missing', run });
    return;
  }
  await schedule?.move(scheduleTarget(target, documentId), null);
  await changes.insert([
    {
      run,
      action: 'updated',
      recordKey: record.key,
      contentType: uid,
      targetDocumentId: documentId,
      targetLocale: target.locale,
      before: { document, record, time },
      after: {
        values: {},
        updatedAt: document.main.updatedAt,
        checksum: null,
        written: {},
        imported: {},
        scheduledAt: null,
      },
    },
  ]);
  await records.update(record.id, { status: 'missing', scheduledAt: null, run });
};

/** Takes documents whose files are gone from the public, in one transaction, and from the schedule. */
export const unpublishMissing = async (
  writer: Writer,
  gone: readonly RecordedPath[],
  counts: Counts
): Promise<void> => {
  const { strapi, target, records, runs } = writer;
  await runTransaction(writer, async (trx) => {
    const ids = gone.flatMap(({ targetDocumentId }) => targetDocumentId ?? []);
    await lockDocuments(strapi, trx, target.uid, ids);
    const stored = await records.byKeys(gone.map(({ key }) => key));
    const localeOf = ({ targetLocale }: StoredRecord): string | null => targetLocale;
    for (const [own, part] of byLocale(target, [...stored.values()], localeOf)) {
      const documents = await loadDocuments(strapi, own, ids);
      for (const record of part) {
        const document = documents.get(record.targetDocumentId ?? '');
        // Taken from the public once: whoever publishes it after that means it.
        if (document === undefined || record.status === 'missing') continue;
        const { scheduledAt = null } = record;
        if (document.published === null) {
          if (scheduledAt !== null) await unschedule(writer, own, record, document);
          continue;
        }
        await unpublish(writer, own, record, document);
        writer.announcements.note({
          action: 'unpublished',
          documentId: document.documentId,
          locale: own.locale,
          path: record.path,
        });
        await contests(strapi, own).markDue([nameIn(own, document.documentId, own.locale)]);
      }
    }
    await runs.saveCounts(writer.run, counts);
  });
};
