import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';

import type { IssuePage, ListedIssue } from '../../panel/task-contract';
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

/** Where reading a report has stopped. */
export interface ReportPlace {
  /** The byte to go on from. */
  readonly at: number;
  /** Whether there was nothing more. */
  readonly isEnd: boolean;
  /** How long the report was, in bytes; 0 for none. */
  readonly size: number;
}

/**
 * Reads the issues of a report, from a byte on, as many as one request looks through.
 *
 * @param visit is told each with the byte that its line begins at, and says whether to go on after it
 */
export const visitIssues = async (
  file: string,
  after: number,
  visit: (issue: ReportIssue, at: number) => boolean
): Promise<ReportPlace> => {
  const handle = await open(file).catch(() => null);
  if (handle === null) return { at: after, isEnd: true, size: 0 };
  const { size } = await handle.stat();
  try {
    let at = after;
    let rest = Buffer.alloc(0);
    while (at - after < MOST_BYTES) {
      const chunk = Buffer.alloc(CHUNK);
      const { bytesRead } = await handle.read(chunk, 0, CHUNK, at + rest.length);
      if (bytesRead === 0) return { at, isEnd: true, size };
      rest = Buffer.concat([rest, chunk.subarray(0, bytesRead)]);
      for (;;) {
        const end = rest.indexOf(NEWLINE);
        if (end === -1) break;
        const issue = parse(rest.toString('utf8', 0, end));
        const begins = at;
        at += end + 1;
        rest = rest.subarray(end + 1);
        if (issue !== null && !visit(issue, begins)) return { at, isEnd: false, size };
      }
    }
    return { at, isEnd: false, size };
  } finally {
    await handle.close();
  }
};

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
  const { at, isEnd, size } = await visitIssues(file, after, (issue) => {
    if (isWanted(issue, filter)) issues.push(issue);
    return issues.length < PAGE;
  });
  // What is being written may be longer by now.
  const looked = at < size ? at / size : 1;
  const isAll = isEnd && isOver;
  return { issues, next: isAll ? null : String(at), looked: size === 0 && !isOver ? 0 : looked };
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
