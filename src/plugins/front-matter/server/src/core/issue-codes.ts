import { ARCHIVE_CODES } from './codes/archive-codes';
import { IMPORT_CODES } from './codes/import-codes';
import { POST_CODES } from './codes/post-codes';
import { REPAIR_CODES } from './codes/repair-codes';
import { TEXT_CODES } from './codes/text-codes';

/**
 * Every code that a report can hold. Codes are permanent: people filter by them, so none is renamed
 * or given another meaning.
 */
export const ISSUE_CODES = {
  ...ARCHIVE_CODES,
  ...TEXT_CODES,
  ...REPAIR_CODES,
  ...POST_CODES,
  ...IMPORT_CODES,
};

export type IssueCode = keyof typeof ISSUE_CODES;
