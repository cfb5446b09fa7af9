import type { IssueCode } from '../issue-codes';

/** What keeps a file out that no change of its text would let in. */
const NOT_OF_TEXT: ReadonlySet<IssueCode> = new Set<IssueCode>([
  'ARCHIVE_FILE_UNREADABLE',
  'FILE_TOO_LARGE',
  'LINK_OUT_OF_ARCHIVE',
  'NAME_AMBIGUOUS',
  'NAME_NOT_A_POST',
  'NAME_NOT_TEXT',
]);

/** Whether a file that could not be read may be mended by its text. */
export const isCorrectable = (issues: readonly { readonly code: IssueCode }[]): boolean =>
  !issues.some(({ code }) => NOT_OF_TEXT.has(code));
