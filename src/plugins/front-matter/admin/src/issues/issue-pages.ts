import type { IssuePage, ListedIssue } from '../../../server/src/panel/task-contract';

/** What has been read of a task's issues. */
export interface ReadIssues {
  readonly issues: readonly ListedIssue[];
  /** Where the next page begins; null at the end. */
  readonly next: string | null;
  /** How much of all that was told was looked through, from 0 to 1. */
  readonly looked: number;
}

/** Rows that are shown for one asking, if there are as many. */
export const ROWS = 30;

/** So many pages are read for one asking: a filter that hardly anything passes would read on to the end. */
const PAGES = 5;

/**
 * Reads on until there are enough rows, since a page may be short, or even empty, and not be the last; but not for ever.
 *
 * @param read reads the page that begins at a cursor; null for the first one
 * @param isWanted asked before each page
 */
export const readIssues = async (
  after: string | null,
  read: (after: string | null) => Promise<IssuePage>,
  isWanted: () => boolean
): Promise<ReadIssues> => {
  const issues: ListedIssue[] = [];
  let next = after;
  let pages = 0;
  for (;;) {
    const page = await read(next);
    issues.push(...page.issues);
    pages += 1;
    // A server that does not get on is not asked for ever.
    next = page.next === next ? null : page.next;
    const isEnough = issues.length >= ROWS || pages === PAGES;
    if (next === null || isEnough || !isWanted()) return { issues, next, looked: page.looked };
  }
};
