import type { IssueCode } from '../../issue-codes';

/** What was done to one line of a header. */
export interface MendStep {
  readonly code: IssueCode;
  /** Counts from 1. */
  readonly column: number;
  readonly field: string | null;
  readonly before: string;
  /** As YAML. */
  readonly after: string;
}

export interface Mend extends MendStep {
  /** Counts from 1, in the header. */
  readonly line: number;
}

/** Some lines after mending, as many as before; `line` of a mend counts from 0 in them. */
export interface MendedLines {
  readonly lines: readonly string[];
  readonly mends: readonly Mend[];
}

export const columnAt = (line: string, index: number): number =>
  [...line.slice(0, index)].length + 1;
