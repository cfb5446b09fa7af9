import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { finished } from 'node:stream/promises';

import type { Severity } from '../../core/codes/code-table';
import { ISSUE_CODES } from '../../core/issue-codes';
import type { CodeCount } from '../../panel/task-contract';
import type { ReportIssue } from '../../run/report-issue';
import { issuesFile } from '../tasks/issues-file';

/** What a task tells, written down while it is at work. */
export interface TaskReporter {
  add(issue: ReportIssue): void;
  /** How often each code was told, the most severe first. */
  codes(): readonly CodeCount[];
  /** @throws the file system's error where not all could be written */
  close(): Promise<void>;
}

const ORDER: readonly Severity[] = ['error', 'warning', 'info'];

/** Begins the report of a task anew. */
export const openTaskReport = async (folder: string): Promise<TaskReporter> => {
  await mkdir(folder, { recursive: true });
  const stream = createWriteStream(issuesFile(folder), { encoding: 'utf8' });
  const done = finished(stream);
  // A failure is reported when the file is closed.
  done.catch(() => undefined);
  const counts = new Map<ReportIssue['code'], number>();
  return {
    add(issue) {
      counts.set(issue.code, (counts.get(issue.code) ?? 0) + 1);
      stream.write(`${JSON.stringify(issue)}\n`);
    },
    codes: () =>
      [...counts]
        .map(([code, count]) => ({ code, count, ...ISSUE_CODES[code] }))
        .sort(
          (one, other) =>
            ORDER.indexOf(one.severity) - ORDER.indexOf(other.severity) || other.count - one.count
        ),
    async close() {
      stream.end();
      await done;
    },
  };
};
