import type { Changes } from '../../ledger/changes';
import type { Records } from '../../ledger/records/records';
import type { Rollbacks } from '../../ledger/rollbacks';
import type { LedgerTerms } from '../../ledger/terms';
import { byLocale } from '../../site/in-locale';
import type { InverseOrders } from '../../site/links/link-rows';
import type { Target } from '../../site/target';
import type { Pausing, RunAccess } from '../../run/run-transaction';
import type { RollbackOptions } from './options';

/** Everything a rollback works with. */
export interface RollbackJob extends RunAccess, Pausing {
  readonly target: Target;
  readonly records: Records;
  readonly changes: Changes;
  readonly terms: LedgerTerms;
  readonly rollbacks: Rollbacks;
  readonly options: RollbackOptions;
  /** The run that `run` undoes. */
  readonly undone: number;
  /** The import that is undone, or redone where the run is a rollback itself. */
  readonly root: number;
  readonly direction: 'undo' | 'redo';
  /** When the import was at work, in milliseconds since the epoch; null where that is not known. */
  readonly period: { readonly from: number; readonly to: number } | null;
  readonly orders: InverseOrders;
}

/**
 * The runs whose documents and terms the rollback is about: the previous release recorded a
 * rollback as the maker of what it made again.
 */
export const makersOf = ({ root, undone, direction }: RollbackJob): readonly number[] =>
  direction === 'undo' ? [...new Set([root, undone])] : [root];

/** The rollback, this one included, that undoes what a run has made; null where that is applied. */
export const rollbackOfMaker = (
  { root, direction, run, rollbacks }: RollbackJob,
  maker: number
): number | null => {
  if (maker === root) return direction === 'undo' ? run : null;
  return rollbacks.rollbackOf(maker)?.number ?? null;
};

/**
 * Groups rows by locale, each group with the job in that locale: a document has other rows in each
 * of its locales.
 */
export const jobsByLocale = <Row extends { readonly targetLocale: string | null }>(
  job: RollbackJob,
  rows: readonly Row[]
): readonly (readonly [RollbackJob, readonly Row[]])[] =>
  byLocale(job.target, rows, ({ targetLocale }) => targetLocale).map(([target, own]) => [
    { ...job, target },
    own,
  ]);
