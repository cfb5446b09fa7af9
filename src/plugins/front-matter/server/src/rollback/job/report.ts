/** The result of a rollback. */
export type RollbackReport = {
  /** The rollback. */
  readonly run: number;
  /** The run that was undone. */
  readonly undone: number;
  /** ISO 8601; when `run` had undone the run before, so that nothing was left to do; else null. */
  readonly undoneAt: string | null;
  /** Documents that got their earlier values back. */
  readonly restored: number;
  /** Documents that the run had made and that were removed. */
  readonly removed: number;
  /** Documents that the run had removed and that were made again. */
  readonly recreated: number;
  /**
   * Documents that were left as they are, all or in part, since somebody has changed them after the
   * run.
   */
  readonly left: number;
};

export type RollbackCounts = Omit<RollbackReport, 'run' | 'undone' | 'undoneAt'>;

export const NO_ROLLBACK_COUNTS: RollbackCounts = {
  restored: 0,
  removed: 0,
  recreated: 0,
  left: 0,
};
