import type { Transaction } from 'strapi-plugin-kit/database';

import { digestValue } from '../../core/plan/digest';
import { STATUS } from '../../core/plan/digest-post';
import type { ImportedValues } from '../../core/plan/merge-values';
import { contests } from '../../ledger/contests';
import type { StoredRecord } from '../../ledger/records';
import { alignUpdatedAt } from '../../write/align-updated-at';
import { nameIn } from '../../write/in-locale';
import { loadDocuments, type SiteDocument } from '../../write/load-documents';
import { publishDocument, unpublishDocument } from '../../write/publish-document';
import { foldDocument, foldImported, foldUpdatedAt, type FoldedDocument } from './fold-document';
import type { RollbackJob } from './job';
import { foldPaths, forgetAddresses, settleAddresses } from './settle-addresses';
import { digestIn, hasWritten, type Step } from './steps';
import { currentIn, findSuccessors, idsIn, type Successors } from './successors';
import { writePublished, writeRow } from './write-document';

/** What came of a document. */
export interface Settled {
  readonly isWritten: boolean;
  /** Attributes that somebody has changed since, and that were left alone. */
  readonly left: readonly string[];
  readonly document: SiteDocument;
  readonly record: StoredRecord;
}

const findTerms = async (
  job: RollbackJob,
  steps: readonly Step[]
): Promise<ReadonlyMap<string, Successors>> => {
  const found = new Map<string, Successors>();
  for (const terms of job.target.terms) {
    const { attribute } = terms;
    const values = steps.flatMap(({ before: { main, published }, written }) => [
      main.terms[attribute] as string[] | undefined,
      published?.terms[attribute] as string[] | undefined,
      written[attribute],
    ]);
    found.set(attribute, await findSuccessors(job, terms, idsIn(values)));
  }
  return found;
};

/** Whether an editor has published the document since a run did, or before it took it from the public. */
const isEditorsToShow = (document: SiteDocument, record: StoredRecord): boolean =>
  document.published !== null &&
  record.writtenAt !== null &&
  record.writtenAt !== undefined &&
  Date.parse(document.published.updatedAt) !== Date.parse(record.writtenAt);

/** What the public saw before the last run that took the document from it and counts no more. */
const shownBefore = (steps: readonly Step[]): Step | undefined =>
  steps.findLast(
    ({ digests, stood, stands, before }) =>
      STATUS in digests && stood && !stands && before.published !== null
  );

const writeStatus = async (
  job: RollbackJob,
  trx: Transaction,
  steps: readonly Step[],
  document: SiteDocument,
  status: FoldedDocument['status']
): Promise<void> => {
  const { strapi, target } = job;
  const { documentId } = document;
  if (status === 'unpublish') await unpublishDocument(strapi, target, documentId);
  if (status !== 'publish') return;
  const before = shownBefore(steps)?.before.published;
  if (before) return writePublished(job, trx, documentId, before);
  const date = target.fields.get('date')?.name;
  const dated = date === undefined ? null : document.main.values[date];
  const now = new Date();
  const at = typeof dated === 'string' ? new Date(Math.min(Date.parse(dated), now.getTime())) : now;
  await publishDocument(strapi, target, documentId, at);
};

/** Gives a document the time at which runs that count have last written it, where nobody else did. */
const writeTime = async (
  job: RollbackJob,
  steps: readonly Step[],
  document: SiteDocument,
  isEdited: boolean
): Promise<Pick<StoredRecord, 'writtenAt' | 'edited'>> => {
  if (isEdited) {
    const at = await alignUpdatedAt(job.strapi, job.target.uid, document);
    return { writtenAt: at?.toISOString() ?? document.main.updatedAt, edited: true };
  }
  const updatedAt = foldUpdatedAt(steps, document) ?? new Date().toISOString();
  const rows = [document.main.id, document.published?.id ?? document.main.id];
  await job.strapi.db
    .query(job.target.uid)
    .updateMany({ where: { id: { $in: rows } }, data: { updatedAt: new Date(updatedAt) } });
  return { writtenAt: updatedAt, edited: false };
};

/** What the record says of attributes that runs have their way with is what is written there. */
const alignImported = (
  imported: ImportedValues,
  byRuns: FoldedDocument['byRuns'],
  { main }: SiteDocument,
  slug: string | undefined
): ImportedValues =>
  Object.fromEntries(
    Object.entries(imported).map(([name, { from, as }]) => {
      const value = byRuns.get(name);
      if (value === undefined) return [name, { from, as }];
      return [name, { from, as: name === slug ? digestIn(main, name) : digestValue(value) }];
    })
  );

const load = async (job: RollbackJob, id: string): Promise<SiteDocument | undefined> =>
  (await loadDocuments(job.strapi, job.target, [id])).get(id);

/**
 * Makes a document what it has to be, now that some runs count and others do not, and lets its
 * file's record say so: the file is due again, and brings whatever it says that is not there.
 *
 * @param isEdited whether an editor has changed it
 */
export const settleDocument = async (
  job: RollbackJob,
  trx: Transaction,
  steps: readonly Step[],
  document: SiteDocument,
  record: StoredRecord,
  isEdited: boolean
): Promise<Settled> => {
  const { documentId } = document;
  const successors = await findTerms(job, steps);
  const folded = foldDocument(steps, document, currentIn(successors));
  const keeps = folded.status === 'unpublish' && isEditorsToShow(document, record);
  const status = keeps ? null : folded.status;
  const left = keeps ? [...folded.left, STATUS] : folded.left;
  const { main, published } = await settleAddresses(job, steps, document, folded);
  const isWritten = status !== null || Object.keys(main).length + Object.keys(published).length > 0;
  await writeRow(job, trx, document.main, main, document.published?.id === document.main.id);
  if (document.published !== null) await writeRow(job, trx, document.published, published, true);
  await writeStatus(job, trx, steps, document, status);
  await forgetAddresses(job, steps, documentId);
  const written = (await load(job, documentId)) ?? document;
  const isTimed = isWritten || steps.some((step) => step.stood !== step.stands && hasWritten(step));
  const time = isTimed ? await writeTime(job, steps, written, isEdited) : {};
  const imported = alignImported(
    foldImported(steps, record.imported ?? {}),
    folded.byRuns,
    written,
    job.target.fields.get('slug')?.name
  );
  // Whoever has a document published again whose file is missing means it, while the run counts.
  const isFound =
    record.status === 'missing' && imported[STATUS]?.as !== record.imported?.[STATUS]?.as;
  const news: Partial<StoredRecord> = {
    imported,
    fingerprint: '',
    paths: foldPaths(steps),
    ...time,
    ...(isFound ? { status: 'imported' } : {}),
  };
  await job.records.update(record.id, news);
  const name = nameIn(job.target, documentId, job.target.locale);
  await contests(job.strapi, job.target).touch([name]);
  const settled = isWritten ? ((await load(job, documentId)) ?? written) : written;
  return { isWritten, left, document: settled, record: { ...record, ...news } };
};
