import type { ReportIssue } from '../../run/report-issue';
import type { RollbackCounts } from './report';

/** Which run to undo, and how to follow the rollback. */
export interface RollbackOptions {
  /** The run to undo. */
  readonly run: number;
  /** Who wants it, for the ledger; by default the user of the system. */
  readonly startedBy?: string;
  /** Aborted, the rollback stops after the page in hand. */
  readonly signal: AbortSignal;
  /** Called with each issue as soon as its page is committed. */
  readonly onIssue: (issue: ReportIssue) => void;
  /** Told the number of the rollback's own run once it has begun. */
  readonly onRun?: (run: number) => void;
  /** Told after every page what has become of documents so far. */
  readonly onProgress?: (counts: RollbackCounts) => void;
}
