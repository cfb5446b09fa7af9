import type { IssuePage, ListedIssue } from '../../../server/src/panel/contract';

/** What has been read of a task's issues. */
export interface ReadIssues {
  readonly issues: readonly ListedIssue[];
  /** Where the next page begins; null at the end. */
  readonly next: string | null;
}

/** Rows that are shown for one asking, if there are as many. */
export const ROWS = 30;

/**
 * Reads on until there are enough rows, since a page may be short, or even empty, and not be the last.
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
  do {
    const page = await read(next);
    issues.push(...page.issues);
    // A server that does not get on is not asked for ever.
    next = page.next === next ? null : page.next;
  } while (next !== null && issues.length < ROWS && isWanted());
  return { issues, next };
};
