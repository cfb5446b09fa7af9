import type { Transaction } from 'strapi-plugin-kit/database';

import type { TermRemoval } from '../../ledger/change';
import { createTerms } from '../../site/terms/create-terms';
import { linkParents } from '../../site/terms/link-parents';
import type { TermDocument } from '../../core/document';
import type { TargetTerms } from '../../site/target';
import { type RollbackJob, rollbackOfMaker } from '../job/rollback-job';
import { findCurrentTerms, termKeyOf } from './find-current-terms';

/** Recreates a term that a rollback has removed, below the parent that it had. */
const recreateTerm = async (
  job: RollbackJob,
  trx: Transaction,
  terms: TargetTerms,
  removal: TermRemoval
): Promise<TermDocument | undefined> => {
  const { before, targetDocumentId, madeBy } = removal;
  const { archive, value, under, parent } = before;
  const [above] =
    parent === null ? [] : (await findOrRecreateTerms(job, trx, terms, [parent])).values();
  const run = madeBy ?? job.run;
  const term = { value, documentId: targetDocumentId, parent: under };
  const { documents } = await createTerms(job.strapi, terms, [term]);
  await job.terms.remember(terms, { archive, run }, [term], true);
  const made = documents.get(value);
  if (made !== undefined && above !== undefined) {
    await linkParents(job.strapi, trx, terms, [{ term: made, parent: above }], job.orders);
  }
  const rows = await job.terms.byKeys([termKeyOf(terms, before)]);
  await job.terms.setUndoneBy(
    rows.map(({ id }) => id),
    madeBy === null ? null : rollbackOfMaker(job, madeBy)
  );
  await job.changes.setUndoneBy([removal.id], job.run);
  return made;
};

/**
 * Finds the terms that documents are to have again, by the ids that they had, and recreates those
 * that a rollback has removed. Terms that an editor has deleted are left out.
 */
export const findOrRecreateTerms = async (
  job: RollbackJob,
  trx: Transaction,
  terms: TargetTerms,
  ids: readonly string[]
): Promise<ReadonlyMap<string, TermDocument>> => {
  if (ids.length === 0) return new Map();
  const { living, removed } = await findCurrentTerms(job, terms, ids);
  const found = new Map(living);
  for (const [id, removal] of removed) {
    const made = await recreateTerm(job, trx, terms, removal);
    if (made !== undefined) found.set(id, made);
  }
  return found;
};
