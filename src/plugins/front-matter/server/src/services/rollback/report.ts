import type { ReportIssue } from '../import/report';

/** What a rollback came to. */
export type RollbackReport = {
  readonly run: number;
  /** The run that was undone. */
  readonly undone: number;
  /** ISO 8601; when `run` had undone it already, so that nothing was left to do; else null. */
  readonly undoneAt: string | null;
  /** Documents that got their earlier values back. */
  readonly restored: number;
  /** Documents that the run had made and that are gone. */
  readonly removed: number;
  /** Documents that the run had removed and that are there again. */
  readonly recreated: number;
  /** Documents that were left, all or in part, since somebody has changed them after the run. */
  readonly left: number;
};

export type RollbackCounts = Omit<RollbackReport, 'run' | 'undone' | 'undoneAt'>;

export const NO_ROLLBACK: RollbackCounts = { restored: 0, removed: 0, recreated: 0, left: 0 };

export interface RollbackOptions {
  /** The run to undo. */
  readonly run: number;
  readonly signal: AbortSignal;
  readonly onIssue: (issue: ReportIssue) => void;
}
