import type { ReportIssue } from '../../run/report-issue';

/** Which run to undo, and how to follow the rollback. */
export interface RollbackOptions {
  /** The run to undo. */
  readonly run: number;
  /** Aborted, the rollback stops after the page in hand. */
  readonly signal: AbortSignal;
  /** Called with each issue as soon as its page is committed. */
  readonly onIssue: (issue: ReportIssue) => void;
}
