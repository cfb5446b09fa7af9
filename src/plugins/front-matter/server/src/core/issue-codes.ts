import { ARCHIVE_CODES } from './codes/archive-codes';
import { IMPORT_CODES } from './codes/import-codes';
import { MEND_CODES } from './codes/mend-codes';
import { POST_CODES } from './codes/post-codes';
import { TEXT_CODES } from './codes/text-codes';
import type { Issue } from './issue';

/**
 * Every code a report can hold. Codes are permanent: people filter by them, so one is never
 * renamed nor given another meaning.
 */
export const ISSUE_CODES = {
  ...ARCHIVE_CODES,
  ...TEXT_CODES,
  ...MEND_CODES,
  ...POST_CODES,
  ...IMPORT_CODES,
};

export type IssueCode = keyof typeof ISSUE_CODES;

/** What is to be said of an issue besides its code. */
export interface IssueDetails {
  readonly message: string;
  readonly field?: string | null;
  readonly line?: number | null;
  readonly column?: number | null;
  readonly before?: string;
  readonly after?: string;
}

/** An issue with the severity that the table gives its code. */
export function issueOf(code: IssueCode, details: IssueDetails): Issue {
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
}
