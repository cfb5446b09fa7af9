import type { SiteDocument } from '../../../core/document';
import type { Update } from '../../../ledger/change';
import { findEdits } from '../../../ledger/find-edits';
import type { StoredRecord } from '../../../ledger/records/record';
import type { RollbackJob } from '../../job/rollback-job';

/** Why a document is kept though its making is undone. */
interface KeepReasons {
  /** Applied runs that have changed it. */
  readonly runs: readonly number[];
  /** Attributes that an editor has changed. */
  readonly edited: readonly string[];
}

/** The applied runs that have changed a document since it was made. */
export const runsThatChanged = (
  { rollbacks }: RollbackJob,
  chain: readonly Update[],
  isApplied: (change: Update) => boolean
): number[] =>
  chain
    .filter((change) => Object.keys(change.after.values).length > 0 && isApplied(change))
    .map(({ run }) => run)
    // In the previous release a rollback wrote changes as well.
    .filter((run) => !rollbacks.has(run));

/**
 * Finds what keeps a document besides the run that made it.
 *
 * @param otherEdits what editors have done beside writing into it
 */
export const findKeepReasons = (
  job: RollbackJob,
  document: SiteDocument | undefined,
  record: StoredRecord,
  chain: readonly Update[],
  isApplied: (change: Update) => boolean,
  otherEdits: readonly string[]
): KeepReasons => ({
  runs: runsThatChanged(job, chain, isApplied),
  // A document that an editor has deleted has no edits to lose.
  edited:
    document === undefined
      ? []
      : [...new Set([...findEdits(document, record, chain), ...otherEdits])],
});

export const isKept = ({ runs, edited }: KeepReasons): boolean => runs.length + edited.length > 0;
