/** How much an issue matters: `info` tells, `warning` asks for a look, `error` keeps the file out. */
export type Severity = 'info' | 'warning' | 'error';

interface CodeEntry {
  readonly severity: Severity;
  /** One line for the table of codes. */
  readonly meaning: string;
}

/** Issue codes with their severities. */
export type CodeTable = Readonly<Record<string, CodeEntry>>;
