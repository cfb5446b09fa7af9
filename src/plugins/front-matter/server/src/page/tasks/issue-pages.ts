import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';

import type { IssuePage, ListedIssue } from '../../panel/contract';
import { REPORT_FORMATS } from '../../run/report-formats';
import type { ReportIssue } from '../../run/report-issue';

/** Which issues are asked for; null for all. */
export interface IssueFilter {
  readonly code: string | null;
  readonly severity: string | null;
  /** A part of the file's path. */
  readonly path: string | null;
}

/** Issues of one page. */
const PAGE = 50;

/** Bytes that one request looks through: a page may be short, and the next request goes on. */
const MOST_BYTES = 4 * 1024 * 1024;

const CHUNK = 256 * 1024;

const NEWLINE = 0x0a;

/** Null for the half of a line: of a process that has died, or is just writing it. */
const parse = (text: string): ReportIssue | null => {
  try {
    return JSON.parse(text) as ReportIssue;
  } catch {
    return null;
  }
};

const isWanted = (issue: ListedIssue, { code, severity, path }: IssueFilter): boolean =>
  (code === null || issue.code === code) &&
  (severity === null || issue.severity === severity) &&
  (path === null || issue.path.toLowerCase().includes(path.toLowerCase()));

/**
 * Reads a page of the issues of a task.
 *
 * @param after the byte that the page begins at
 * @param isOver whether the task has ended, so that nothing comes after what is there now
 */
export const readIssues = async (
  file: string,
  filter: IssueFilter,
  after: number,
  isOver: boolean
): Promise<IssuePage> => {
  const issues: ListedIssue[] = [];
  const handle = await open(file).catch(() => null);
  if (handle === null) return { issues, next: isOver ? null : '0' };
  try {
    let at = after;
    let rest = Buffer.alloc(0);
    while (at - after < MOST_BYTES) {
      const chunk = Buffer.alloc(CHUNK);
      const { bytesRead } = await handle.read(chunk, 0, CHUNK, at + rest.length);
      if (bytesRead === 0) return { issues, next: isOver ? null : String(at) };
      rest = Buffer.concat([rest, chunk.subarray(0, bytesRead)]);
      for (;;) {
        const end = rest.indexOf(NEWLINE);
        if (end === -1) break;
        const issue = parse(rest.toString('utf8', 0, end));
        at += end + 1;
        rest = rest.subarray(end + 1);
        if (issue !== null && isWanted(issue, filter)) issues.push(issue);
        if (issues.length === PAGE) return { issues, next: String(at) };
      }
    }
    return { issues, next: String(at) };
  } finally {
    await handle.close();
  }
};

/**
 * The report of a task as a file, piece by piece.
 *
 * @param counts what it came to
 */
export async function* writeReport(
  file: string,
  format: keyof typeof REPORT_FORMATS,
  counts: object
): AsyncGenerator<string> {
  const { head, line, foot } = REPORT_FORMATS[format];
  yield head;
  let isFirst = true;
  const handle = await open(file).catch(() => null);
  if (handle !== null) {
    await handle.close();
    const lines = createInterface({ input: createReadStream(file), crlfDelay: Infinity });
    for await (const text of lines) {
      const issue = parse(text);
      if (issue === null) continue;
      yield line(issue, isFirst);
      isFirst = false;
    }
  }
  yield foot(counts);
}
