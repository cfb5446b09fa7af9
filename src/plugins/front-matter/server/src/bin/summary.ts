import type { Severity } from '../core/codes/code-table';
import type { Counts } from '../core/plan/counts';
import type { ImportReport } from '../import/job/report';
import type { ReportIssue } from '../run/report-issue';

/** Codes that are shown with an example, two lines each, so that the summary fits one screen. */
const SHOWN = 9;

interface Group {
  count: number;
  readonly severity: Severity;
  /** The first of them. */
  readonly example: string;
}

/** `path:line:column: message`, with as much of the place as is known. */
export const describeIssue = (issue: ReportIssue): string => {
  const place = [issue.path, issue.line, issue.column]
    .filter((part) => part !== null && part !== '')
    .join(':');
  return place === '' ? issue.message : `${place}: ${issue.message}`;
};

const ORDER: readonly Severity[] = ['error', 'warning', 'info'];

/** Groups issues by code, each with its count and one example, however many there are. */
export const issueSummary = () => {
  const groups = new Map<string, Group>();
  return {
    add(issue: ReportIssue): void {
      const group = groups.get(issue.code);
      if (group !== undefined) group.count += 1;
      else {
        const example = describeIssue(issue);
        groups.set(issue.code, { count: 1, severity: issue.severity, example });
      }
    },
    /** Whether the summary leaves issues out. */
    isShortened: (): boolean =>
      groups.size > SHOWN || [...groups.values()].some(({ count }) => count > 1),

    /** At most one screen: the least severe codes have no example. */
    lines(): string[] {
      const sorted = [...groups].sort(
        ([, a], [, b]) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity) || b.count - a.count
      );
      const rest = sorted.slice(SHOWN).map(([code, { count }]) => `${code}: ${count}`);
      return [
        ...sorted
          .slice(0, SHOWN)
          .flatMap(([code, { count, severity, example }]) => [
            `${severity} ${code}: ${count}`,
            `  ${example}`,
          ]),
        ...(rest.length === 0 ? [] : [`also ${rest.join(', ')}`]),
      ];
    },
  };
};

/** How far an import is, in words. */
export const describeCounts = (counts: Counts): string =>
  `${counts.created} created, ${counts.updated} updated, ${counts.unchanged} unchanged, ` +
  `${counts.conflicts} in conflict, ${counts.quarantined} quarantined, ${counts.skipped} skipped`;

/** The counts of a report as a sentence. */
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
