/** How much an issue matters: `info` tells, `warning` asks for a look, `error` keeps the file out. */
export type Severity = 'info' | 'warning' | 'error';

/**
 * What is to be said about one file. Codes are permanent: people filter reports by them.
 * Lines and columns count from 1, in the file as decoded; null where the whole file is meant.
 */
export interface Issue {
  readonly code: string;
  readonly severity: Severity;
  readonly field: string | null;
  readonly line: number | null;
  readonly column: number | null;
  /** What, where in words, and what to do next. */
  readonly message: string;
  /** For a repair: the text as it stood, and as it was read. */
  readonly before?: string;
  readonly after?: string;
}
