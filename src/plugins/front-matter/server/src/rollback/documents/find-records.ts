import { isInLocale } from '../../core/locale';
import type { Update } from '../../ledger/change';
import type { StoredRecord } from '../../ledger/records/record';
import type { RollbackJob } from '../job/rollback-job';

/**
 * Finds the record of a document's file, which may have moved since the document was last changed.
 */
const findRecord = async (
  { records, target }: RollbackJob,
  { recordKey, targetDocumentId, before: { record }, after }: Update
): Promise<StoredRecord | undefined> => {
  const isIts = (other: StoredRecord | undefined): boolean =>
    other?.targetDocumentId === targetDocumentId && isInLocale(target, other.targetLocale);
  const key = recordKey ?? record.key;
  const own = (await records.byKeys([key])).get(key);
  if (isIts(own)) return own;
  const alike = await records.alike(record.archive, {
    names: [record.fileName],
    checksums: [record.checksum, ...(after.checksum === null ? [] : [after.checksum])],
  });
  return alike.find(isIts);
};

/**
 * Finds the records of documents' files, by document id.
 *
 * @param chains the changes of each document, in order
 */
export const findRecords = async (
  job: RollbackJob,
  chains: ReadonlyMap<string, readonly Update[]>
): Promise<ReadonlyMap<string, StoredRecord>> => {
  const found = new Map<string, StoredRecord>();
  for (const [id, chain] of chains) {
    for (const change of chain.toReversed()) {
      const record = await findRecord(job, change);
      if (record === undefined) continue;
      found.set(id, record);
      break;
    }
  }
  return found;
};
