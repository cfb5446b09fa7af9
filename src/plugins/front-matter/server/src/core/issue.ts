import type { Severity } from './codes/code-table';
import { ISSUE_CODES, type IssueCode } from './issue-codes';

/**
 * A problem or a remark about one file. Lines and columns count from 1, in the file as decoded; null
 * where the whole file is meant.
 */
export interface Issue {
  readonly code: IssueCode;
  readonly severity: Severity;
  readonly field: string | null;
  readonly line: number | null;
  readonly column: number | null;
  /** What is wrong, where, and what to do next. */
  readonly message: string;
  /** For a repair: the text as it stood, and as it was read. */
  readonly before?: string;
  readonly after?: string;
}

/** What an issue says besides its code. */
interface IssueDetails {
  readonly message: string;
  readonly field?: string | null;
  readonly line?: number | null;
  readonly column?: number | null;
  readonly before?: string;
  readonly after?: string;
}

/** Makes an issue, with the severity that the table gives its code. */
export const issueOf = (code: IssueCode, details: IssueDetails): Issue => {
  const { message, field = null, line = null, column = null, before, after } = details;
  return {
    code,
    severity: ISSUE_CODES[code].severity,
    field,
    line,
    column,
    message,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
};
