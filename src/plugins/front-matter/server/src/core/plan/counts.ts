/** What became of the files found; `found` is always the sum of the next six. */
export type Counts = {
  readonly found: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly conflicts: number;
  readonly quarantined: number;
  readonly skipped: number;
  /** Of those imported, how many had to be mended. */
  readonly repaired: number;
  /** Documents whose file is gone; not among those found. */
  readonly missing: number;
};

export type Outcome = 'created' | 'updated' | 'unchanged' | 'conflicts' | 'quarantined' | 'skipped';

export const NO_COUNTS: Counts = {
  found: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  conflicts: 0,
  quarantined: 0,
  skipped: 0,
  repaired: 0,
  missing: 0,
};

/** Counts one more file. */
export const countFile = (counts: Counts, outcome: Outcome, repaired: boolean): Counts => ({
  ...counts,
  found: counts.found + 1,
  [outcome]: counts[outcome] + 1,
  repaired: counts.repaired + (repaired ? 1 : 0),
});
