import type { Transaction } from 'strapi-plugin-kit/database';

import type { SiteDocument } from '../../core/document';
import { nameIn } from '../../core/locale';
import { hashValue } from '../../core/plan/hash-value';
import { STATUS } from '../../core/plan/hash-post';
import type { ImportedValues } from '../../core/plan/merge-values';
import { contests } from '../../ledger/contests';
import type { StoredRecord } from '../../ledger/records/record';
import { alignUpdatedAt } from '../../site/documents/align-updated-at';
import { loadDocuments } from '../../site/documents/load-documents';
import { freeUndoneAddresses } from '../addresses/free-undone-addresses';
import { restoreAddresses } from '../addresses/restore-addresses';
import type { RollbackJob } from '../job/rollback-job';
import { planRestore, type RestorePlan } from '../plan/plan-restore';
import { restoredConflicts } from '../plan/restored-conflicts';
import { restoredImported, restoredUpdatedAt, restoredPaths } from '../plan/restored-record';
import { hashIn, hasWritten, type Step } from '../plan/steps';
import {
  currentValuesOf,
  findCurrentTerms,
  idsIn,
  type CurrentTerms,
} from '../terms/find-current-terms';
import { hasEditorsTime, restoreSchedule } from './restore-schedule';
import { writeRow } from './write-rows';
import { isPublishedByEditor, writeStatus } from './write-status';

/** A document after its restoring. */
interface RestoredDocument {
  readonly isWritten: boolean;
  /** Attributes that somebody has changed since, and that were left as they are. */
  readonly left: readonly string[];
  readonly document: SiteDocument;
  readonly record: StoredRecord;
}

const findTermsOf = async (
  job: RollbackJob,
  steps: readonly Step[]
): Promise<ReadonlyMap<string, CurrentTerms>> => {
  const found = new Map<string, CurrentTerms>();
  for (const terms of job.target.terms) {
    const { attribute } = terms;
    const values = steps.flatMap(({ before: { main, published }, written }) => [
      main.terms[attribute] as string[] | undefined,
      published?.terms[attribute] as string[] | undefined,
      written[attribute],
    ]);
    found.set(attribute, await findCurrentTerms(job, terms, idsIn(values)));
  }
  return found;
};

/**
 * Sets the time of a document to when applied runs last wrote it, unless an editor has changed the
 * document.
 */
const restoreUpdatedAt = async (
  job: RollbackJob,
  steps: readonly Step[],
  document: SiteDocument,
  isEdited: boolean
): Promise<Pick<StoredRecord, 'writtenAt' | 'edited'>> => {
  if (isEdited) {
    const at = await alignUpdatedAt(job.strapi, job.target.uid, document);
    return { writtenAt: at?.toISOString() ?? document.main.updatedAt, edited: true };
  }
  const updatedAt = restoredUpdatedAt(steps, document) ?? new Date().toISOString();
  const rows = [document.main.id, document.published?.id ?? document.main.id];
  await job.strapi.db
    .query(job.target.uid)
    .updateMany({ where: { id: { $in: rows } }, data: { updatedAt: new Date(updatedAt) } });
  return { writtenAt: updatedAt, edited: false };
};

/**
 * The imported values of a record: of attributes whose values are runs', the hashes of what is in
 * the document now.
 */
const alignImported = (
  imported: ImportedValues,
  byRuns: RestorePlan['byRuns'],
  { main }: SiteDocument,
  slug: string | undefined
): ImportedValues =>
  Object.fromEntries(
    Object.entries(imported).map(([name, { from, as }]) => {
      const value = byRuns.get(name);
      if (value === undefined) return [name, { from, as }];
      return [name, { from, as: name === slug ? hashIn(main, name) : hashValue(value) }];
    })
  );

const load = async (job: RollbackJob, id: string): Promise<SiteDocument | undefined> =>
  (await loadDocuments(job.strapi, job.target, [id])).get(id);

/**
 * Restores a document to what applied runs have made of it, and updates its file's record: the file
 * is due, so that the next import writes what it says otherwise.
 *
 * @param isEdited whether an editor has changed the document
 */
export const restoreDocument = async (
  job: RollbackJob,
  trx: Transaction,
  steps: readonly Step[],
  document: SiteDocument,
  record: StoredRecord,
  isEdited: boolean
): Promise<RestoredDocument> => {
  const { documentId } = document;
  const currentTerms = await findTermsOf(job, steps);
  const plan = planRestore(steps, document, currentValuesOf(currentTerms));
  const isKept =
    (plan.status === 'unpublish' && isPublishedByEditor(document, record)) ||
    (plan.status === 'publish' && (await hasEditorsTime(job, steps, documentId)));
  const status = isKept ? null : plan.status;
  const left = isKept ? [...plan.left, STATUS] : plan.left;
  const { main, published } = await restoreAddresses(job, steps, document, plan);
  const isWritten = status !== null || Object.keys(main).length + Object.keys(published).length > 0;
  await writeRow(job, trx, document.main, main, document.published?.id === document.main.id);
  if (document.published !== null) await writeRow(job, trx, document.published, published, true);
  await writeStatus(job, trx, steps, document, status);
  await freeUndoneAddresses(job, steps, documentId);
  const written = (await load(job, documentId)) ?? document;
  const isTimeRestored =
    isWritten || steps.some((step) => step.wasApplied !== step.isApplied && hasWritten(step));
  const time = isTimeRestored ? await restoreUpdatedAt(job, steps, written, isEdited) : {};
  const imported = alignImported(
    restoredImported(steps, record.imported ?? {}),
    plan.byRuns,
    written,
    job.target.fields.get('slug')?.name
  );
  // The import that took a missing file's document from the public, or from the schedule, is undone.
  const schedule = await restoreSchedule(job, steps, written, record);
  const isShownAgain = imported[STATUS]?.as !== record.imported?.[STATUS]?.as;
  const isStatusRestored =
    record.status === 'missing' && (isShownAgain || typeof schedule.scheduledAt === 'string');
  const fields: Partial<StoredRecord> = {
    imported,
    fingerprint: '',
    paths: restoredPaths(steps),
    ...time,
    ...schedule,
    ...restoredConflicts(steps, record, imported, written),
    ...(isStatusRestored ? { status: 'imported' } : {}),
  };
  await job.records.update(record.id, fields);
  const name = nameIn(job.target, documentId, job.target.locale);
  await contests(job.strapi, job.target).markDue([name]);
  if (isWritten) {
    const { locale } = job.target;
    const action = status === null ? 'updated' : (`${status}ed` as const);
    job.announcements.note({ action, documentId, locale, path: record.path });
  }
  const restored = isWritten ? ((await load(job, documentId)) ?? written) : written;
  return { isWritten, left, document: restored, record: { ...record, ...fields } };
};
