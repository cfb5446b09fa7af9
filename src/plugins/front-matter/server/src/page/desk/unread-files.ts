import type { ReportIssue } from '../../run/report-issue';
import { visitIssues } from '../tasks/issue-pages';

/** Files of one page. */
const PAGE = 25;

/** As many remarks of one file as are listed. */
const MOST_ISSUES = 20;

/** A file with all that was said of it. */
export interface ToldFile {
  readonly path: string;
  readonly issues: readonly ReportIssue[];
}

interface Group {
  readonly path: string;
  /** The byte that what was said of it begins at. */
  readonly at: number;
  readonly issues: ReportIssue[];
}

const isKeptOut = ({ path, issues }: Group): boolean =>
  path !== '' && issues.some(({ severity }) => severity === 'error');

/**
 * Reads a page of the files that a report says could not be read. What is said of a file stands
 * together; what keeps it out is an error.
 *
 * @param after the byte that the page begins at
 * @param isOver whether nothing comes after what is there now
 */
export const readUnread = async (
  report: string,
  after: number,
  isOver: boolean
): Promise<{ readonly files: readonly ToldFile[]; readonly next: string | null }> => {
  const files: ToldFile[] = [];
  let group: Group | null = null;
  const close = (): void => {
    if (group !== null && isKeptOut(group)) files.push(group);
    group = null;
  };
  const { at, isEnd } = await visitIssues(report, after, (issue, begins) => {
    if (group?.path !== issue.path) {
      close();
      group = { path: issue.path, at: begins, issues: [] };
      if (files.length === PAGE) return false;
    }
    if (group.issues.length < MOST_ISSUES || issue.severity === 'error') group.issues.push(issue);
    return true;
  });
  const last = group as Group | null;
  if (isEnd && isOver) {
    close();
    return { files, next: null };
  }
  // What is said of the last file may go on.
  const next = last === null || last.at === after ? at : last.at;
  if (next === at) close();
  return { files, next: String(next) };
};
