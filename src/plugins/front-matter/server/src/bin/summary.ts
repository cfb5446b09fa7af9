import type { Severity } from '../core/issue';
import type { ImportReport, ReportIssue } from '../services/import/report';

const EXAMPLES = 5;

interface Group {
  count: number;
  readonly severity: Severity;
  readonly examples: string[];
}

/** `path:line:column: message`, with as much of the place as is known. */
export const describeIssue = (issue: ReportIssue): string => {
  const place = [issue.path, issue.line, issue.column]
    .filter((part) => part !== null && part !== '')
    .join(':');
  return place === '' ? issue.message : `${place}: ${issue.message}`;
};

const ORDER: readonly Severity[] = ['error', 'warning', 'info'];

/** Groups issues by code and keeps a few examples of each, however many there are. */
export const issueSummary = () => {
  const groups = new Map<string, Group>();
  return {
    add(issue: ReportIssue): void {
      const group = groups.get(issue.code) ?? { count: 0, severity: issue.severity, examples: [] };
      groups.set(issue.code, group);
      group.count += 1;
      if (group.examples.length < EXAMPLES) group.examples.push(describeIssue(issue));
    },
    lines: (): string[] =>
      [...groups]
        .sort(
          ([, a], [, b]) =>
            ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity) || b.count - a.count
        )
        .flatMap(([code, { count, severity, examples }]) => [
          `${severity} ${code}: ${count}`,
          ...examples.map((example) => `  ${example}`),
          ...(count > examples.length ? [`  … and ${count - examples.length} more`] : []),
        ]),
  };
};

/** The counts of a report, in words. */
export const describeReport = (report: ImportReport): string => {
  const what = report.dryRun ? 'Dry run, nothing written' : `Run ${String(report.run)}`;
  const missing =
    report.missing === 0 ? '' : ` ${report.missing} imported before are gone from the archive.`;
  return (
    `${what}: ${report.found} files found in archive "${report.archive}": ${report.created} created, ` +
    `${report.updated} updated, ${report.unchanged} unchanged, ${report.conflicts} in conflict, ` +
    `${report.quarantined} quarantined, ${report.skipped} skipped; ${report.repaired} repaired.${missing} ` +
    `${report.seconds} s, ${report.postsPerSecond} files/s, ${report.peakRssMiB} MiB at most.`
  );
};
