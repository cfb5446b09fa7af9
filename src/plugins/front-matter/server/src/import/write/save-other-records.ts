import type { Transaction } from 'strapi-plugin-kit/database';

import { APART } from '../../ledger/keys';
import { conflictRunOf, type SourceRecord } from '../../ledger/records/record';
import type { PlannedFile } from '../plan/planned-file';
import { fileRecord } from './source-record';
import type { Writer } from './writer';

/** Removes records without a document from paths that files with a document have moved to. */
export const removeReplacedRecords = async (
  writer: Writer,
  moves: readonly PlannedFile[]
): Promise<void> => {
  const keys = moves.flatMap((planned) =>
    'movedFrom' in planned && planned.movedFrom !== null ? [planned.file.key] : []
  );
  const replaced = await writer.records.byKeys(keys);
  await writer.records.remove([...replaced.values()].map((record) => record.id));
};

/** That it was asked what a file shares with its translations, though nothing came of it. */
const askedFor = ({
  file,
  record,
}: Extract<PlannedFile, { readonly action: 'deleted' | 'elsewhere' }>): Partial<SourceRecord> =>
  file.post.group === null ? {} : { translationKey: record.translationKey ?? APART };

/** Saves the records of files that became no document, or whose document is gone, where they say something new. */
export const saveOtherRecords = async (
  writer: Writer,
  trx: Transaction,
  files: readonly PlannedFile[]
): Promise<void> => {
  const fresh: SourceRecord[] = [];
  for (const planned of files) {
    if (planned.action === 'deleted') {
      await writer.records.update(planned.record.id, {
        ...fileRecord(planned.file, 'imported', writer),
        ...askedFor(planned),
      });
      continue;
    }
    if (planned.action === 'elsewhere') {
      // All else stays as it was imported, so that the file goes on from there once it is back.
      const { issues: messages } = planned.file;
      const { run } = writer;
      const conflictRun = conflictRunOf(planned.record) ?? run;
      const marks = { conflicts: [], conflictRun };
      const news = { status: 'conflict', messages, run, ...marks, ...askedFor(planned) } as const;
      await writer.records.update(planned.record.id, news);
      continue;
    }
    if (planned.action !== 'quarantine' && planned.action !== 'skip') continue;
    const { file, record } = planned;
    const row = fileRecord(file, planned.action === 'skip' ? 'skipped' : 'quarantined', writer);
    const isRecorded =
      record !== null &&
      record.status === row.status &&
      record.checksum === row.checksum &&
      record.fingerprint === row.fingerprint;
    if (isRecorded) continue;
    if (record !== null) {
      // A document keeps its place among those that ask for an address while its file is damaged.
      const { paths } = record.targetDocumentId === null ? row : record;
      await writer.records.update(record.id, { ...row, paths });
    } else {
      fresh.push({
        ...row,
        contentType: null,
        targetDocumentId: null,
        targetLocale: null,
        imported: null,
        createdRun: null,
      });
    }
  }
  await writer.records.insert(trx, fresh);
};
