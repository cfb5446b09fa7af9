import { STATUS } from '../../../core/plan/hash-post';
import type { StoredRecord } from '../../../ledger/records/record';
import { scheduleOf, scheduleTarget } from '../../../site/schedule';
import type { RollbackJob } from '../../job/rollback-job';
import { findTranslatedByEditors } from './find-translated-by-editors';

/**
 * What editors have done to documents beside writing into them, by the documents' ids: a translation, or a time at
 * which one is to be published.
 *
 * @param own records of the documents in the job's locale
 */
export const findOtherEdits = async (
  job: RollbackJob,
  own: readonly StoredRecord[]
): Promise<ReadonlyMap<string, readonly string[]>> => {
  const ids = own.flatMap(({ targetDocumentId }) => targetDocumentId ?? []);
  const targets = ids.map((documentId) => scheduleTarget(job.target, documentId));
  const times = (await scheduleOf(job.strapi, job.target.uid)?.find(targets)) ?? [];
  const edits = new Map<string, readonly string[]>();
  for (const id of await findTranslatedByEditors(job, own)) edits.set(id, ['locale']);
  for (const { documentId, by } of times) {
    if (by !== null) edits.set(documentId, [...(edits.get(documentId) ?? []), STATUS]);
  }
  return edits;
};
