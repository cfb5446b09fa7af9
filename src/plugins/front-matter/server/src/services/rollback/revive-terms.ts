import type { Transaction } from 'strapi-plugin-kit/database';

import type { TermRemoval } from '../../ledger/changes';
import { createTerms } from '../../write/create-terms';
import { linkParents } from '../../write/link-parents';
import type { TermDocument } from '../../write/load-terms';
import type { TargetTerms } from '../../write/target';
import { type RollbackJob, undoingMaker } from './job';
import { findSuccessors, keyOf } from './successors';

/** Makes a term again that a rollback has removed, below the one that it stood under. */
const reviveTerm = async (
  job: RollbackJob,
  trx: Transaction,
  terms: TargetTerms,
  removal: TermRemoval
): Promise<TermDocument | undefined> => {
  const { before, targetDocumentId, madeBy } = removal;
  const { archive, value, under, parent } = before;
  const [above] = parent === null ? [] : (await resolveTerms(job, trx, terms, [parent])).values();
  const run = madeBy ?? job.run;
  const term = { value, documentId: targetDocumentId, parent: under };
  const { documents } = await createTerms(job.strapi, terms, { archive, run }, [term]);
  const made = documents.get(value);
  if (made !== undefined && above !== undefined) {
    await linkParents(job.strapi, trx, terms, [{ term: made, parent: above }], job.orders);
  }
  const rows = await job.terms.byKeys([keyOf(terms, before)]);
  await job.terms.mark(
    rows.map(({ id }) => id),
    madeBy === null ? null : undoingMaker(job, madeBy)
  );
  await job.changes.mark([removal.id], job.run);
  return made;
};

/**
 * The terms that documents are to have again, by the ids that they had; those that a rollback has
 * removed are made again. What an editor has deleted is not in the answer.
 */
export async function resolveTerms(
  job: RollbackJob,
  trx: Transaction,
  terms: TargetTerms,
  ids: readonly string[]
): Promise<ReadonlyMap<string, TermDocument>> {
  if (ids.length === 0) return new Map();
  const { living, removed } = await findSuccessors(job, terms, ids);
  const found = new Map(living);
  for (const [id, removal] of removed) {
    const made = await reviveTerm(job, trx, terms, removal);
    if (made !== undefined) found.set(id, made);
  }
  return found;
}
