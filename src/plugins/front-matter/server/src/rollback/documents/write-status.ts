import type { Transaction } from 'strapi-plugin-kit/database';

import type { SiteDocument } from '../../core/document';
import { STATUS } from '../../core/plan/hash-post';
import type { StoredRecord } from '../../ledger/records/record';
import { publishDocument, unpublishDocument } from '../../site/documents/publish-document';
import type { RollbackJob } from '../job/rollback-job';
import type { RestorePlan } from '../plan/plan-restore';
import type { Step } from '../plan/steps';
import { writePublished } from './write-rows';

/**
 * Whether the published row is newer than what runs last wrote: an editor has published the
 * document.
 */
export const isPublishedByEditor = (document: SiteDocument, record: StoredRecord): boolean =>
  document.published !== null &&
  record.writtenAt !== null &&
  record.writtenAt !== undefined &&
  Date.parse(document.published.updatedAt) !== Date.parse(record.writtenAt);

/** The last undone run that took the document from the public. */
const undoneUnpublishing = (steps: readonly Step[]): Step | undefined =>
  steps.findLast(
    ({ hashes, wasApplied, isApplied, before }) =>
      STATUS in hashes && wasApplied && !isApplied && before.published !== null
  );

/**
 * Publishes or unpublishes a document. Where a run that took it from the public is undone, the
 * published row is recreated as it was.
 */
export const writeStatus = async (
  job: RollbackJob,
  trx: Transaction,
  steps: readonly Step[],
  document: SiteDocument,
  status: RestorePlan['status']
): Promise<void> => {
  const { strapi, target } = job;
  const { documentId } = document;
  if (status === 'unpublish') await unpublishDocument(strapi, target, documentId);
  if (status !== 'publish') return;
  const before = undoneUnpublishing(steps)?.before.published;
  if (before) return writePublished(job, trx, documentId, before);
  const date = target.fields.get('date')?.name;
  const dated = date === undefined ? null : document.main.values[date];
  const now = new Date();
  const at = typeof dated === 'string' ? new Date(Math.min(Date.parse(dated), now.getTime())) : now;
  await publishDocument(strapi, target, documentId, at);
};
