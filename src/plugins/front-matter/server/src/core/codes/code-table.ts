import type { Severity } from '../issue';

/** Codes, each with how much it matters. */
export type CodeTable = Readonly<Record<string, CodeEntry>>;

interface CodeEntry {
  readonly severity: Severity;
  /** One line for the table of codes. */
  readonly meaning: string;
}
