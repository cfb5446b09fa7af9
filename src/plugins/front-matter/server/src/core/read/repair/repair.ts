import type { IssueCode } from '../../issue-codes';

/** One change of a line of a header. */
export interface RepairStep {
  readonly code: IssueCode;
  /** Counts from 1. */
  readonly column: number;
  readonly field: string | null;
  readonly before: string;
  /** As YAML. */
  readonly after: string;
}

export interface Repair extends RepairStep {
  /** Counts from 1, in the header. */
  readonly line: number;
}

/** Repaired lines, as many as before; the `line` of a repair counts from 0 in them. */
export interface RepairedLines {
  readonly lines: readonly string[];
  readonly repairs: readonly Repair[];
}

export const columnAt = (line: string, index: number): number =>
  [...line.slice(0, index)].length + 1;
