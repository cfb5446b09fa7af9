import type { Update } from '../../ledger/changes';
import { editedSince } from '../../ledger/edited';
import type { StoredRecord } from '../../ledger/records';
import type { SiteDocument } from '../../write/load-documents';
import type { RollbackJob } from './job';

/** Why a document stays though its making is undone. */
export interface Holders {
  /** Runs that count and have changed it. */
  readonly runs: readonly number[];
  /** What an editor has changed of it. */
  readonly edited: readonly string[];
}

/** What runs that count have done to a document since it was made. */
export const holdingRuns = (
  { rollbacks }: RollbackJob,
  chain: readonly Update[],
  stands: (change: Update) => boolean
): number[] =>
  chain
    .filter((change) => Object.keys(change.after.values).length > 0 && stands(change))
    .map(({ run }) => run)
    // What the release before wrote to undo others holds nothing.
    .filter((run) => !rollbacks.has(run));

/** Looks who has a part in a document besides the run that made it. */
export const findHolders = (
  job: RollbackJob,
  document: SiteDocument | undefined,
  record: StoredRecord,
  chain: readonly Update[],
  stands: (change: Update) => boolean,
  isTranslated: boolean
): Holders => ({
  runs: holdingRuns(job, chain, stands),
  // What an editor has deleted is no work of his that could be lost.
  edited:
    document === undefined
      ? []
      : [...editedSince(document, record, chain), ...(isTranslated ? ['locale'] : [])],
});

export const isHeld = ({ runs, edited }: Holders): boolean => runs.length + edited.length > 0;
