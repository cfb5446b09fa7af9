/** Outcomes of an import; `found` is always the sum of the next six. */
export type Counts = {
  readonly found: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly conflicts: number;
  readonly quarantined: number;
  readonly skipped: number;
  /** How many of the imported files had to be repaired. */
  readonly repaired: number;
  /** Documents whose file is gone; they are not among those found. */
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

/** The outcome of one file. */
export interface CountedFile {
  readonly outcome: Outcome;
  /** Whether it had to be repaired. */
  readonly repaired: boolean;
}

/** Counts some more files. */
export const countFiles = (before: Counts, files: readonly CountedFile[]): Counts => {
  const counts = { ...before };
  for (const { outcome, repaired } of files) {
    counts.found += 1;
    counts[outcome] += 1;
    if (repaired) counts.repaired += 1;
  }
  return counts;
};

/** Counts files that have not changed. */
export const countUnchanged = (before: Counts, files: number): Counts => ({
  ...before,
  found: before.found + files,
  unchanged: before.unchanged + files,
});
