import {
  ISSUE_CODES,
  type IssueCode,
} from '../../../../src/plugins/front-matter/server/src/core/issue-codes';
import {
  describeReport,
  issueSummary,
} from '../../../../src/plugins/front-matter/server/src/bin/summary';
import { NO_COUNTS } from '../../../../src/plugins/front-matter/server/src/core/plan/counts';
import type { ReportIssue } from '../../../../src/plugins/front-matter/server/src/run/report-issue';

const CODES = Object.keys(ISSUE_CODES) as IssueCode[];

const issue = (path: string, more: Partial<ReportIssue>): ReportIssue => ({
  path,
  code: 'DATE_INVALID',
  severity: 'error',
  field: null,
  line: null,
  column: null,
  message: 'It is wrong.',
  ...more,
});

it('groups issues by code, the gravest first, with one example and where it is', () => {
  const summary = issueSummary();
  for (let index = 1; index <= 7; index += 1) {
    summary.add(issue(`_posts/${index}.md`, { code: 'DATE_WITHOUT_ZONE', severity: 'info' }));
  }
  summary.add(issue('', { code: 'ZONE_ASSUMED', severity: 'info', message: 'UTC was taken.' }));
  summary.add(issue('_posts/a.md', { code: 'SLUG_TAKEN', severity: 'warning' }));
  summary.add(issue('_posts/b.md', { line: 4, column: 7 }));
  expect(summary.lines()).toEqual([
    'error DATE_INVALID: 1',
    '  _posts/b.md:4:7: It is wrong.',
    'warning SLUG_TAKEN: 1',
    '  _posts/a.md: It is wrong.',
    'info DATE_WITHOUT_ZONE: 7',
    '  _posts/1.md: It is wrong.',
    'info ZONE_ASSUMED: 1',
    '  UTC was taken.',
  ]);
  expect(summary.isShortened()).toBe(true);
});

it('has room on one screen, however many codes there are', () => {
  const summary = issueSummary();
  summary.add(issue('_posts/b.md', {}));
  expect(summary.isShortened()).toBe(false);
  const others = CODES.filter((code) => code !== 'DATE_INVALID').slice(0, 30);
  for (const code of others) summary.add(issue('_posts/a.md', { code, severity: 'info' }));
  expect(summary.isShortened()).toBe(true);
  const lines = summary.lines();
  expect(lines).toHaveLength(19);
  expect(lines[0]).toBe('error DATE_INVALID: 1');
  expect(lines.at(-1)).toBe(
    `also ${others
      .slice(8)
      .map((code) => `${code}: 1`)
      .join(', ')}`
  );
});

it('says a report in one line, and whether anything was written', () => {
  const report = {
    ...NO_COUNTS,
    found: 3,
    created: 2,
    quarantined: 1,
    run: 7,
    archive: 'news',
    dryRun: false,
    complete: true,
    seconds: 0.5,
    postsPerSecond: 6,
    peakRssMiB: 100,
  };
  expect(describeReport(report)).toMatch(
    /^Run 7: 3 files found in archive "news": 2 created, .* 1 quarantined, 0 skipped;/
  );
  expect(describeReport({ ...report, run: null, dryRun: true, missing: 4 })).toMatch(
    /^Dry run, nothing written: .* 4 imported before are gone from the archive\./
  );
});
