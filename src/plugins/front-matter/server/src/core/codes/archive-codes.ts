import type { CodeTable } from './code-table';

/** Codes about an archive as a whole, and about files that are not read. */
export const ARCHIVE_CODES = {
  ARCHIVE_FILE_UNREADABLE: { severity: 'error', meaning: 'the file could not be opened' },
  CONFIG_INVALID: { severity: 'warning', meaning: 'a setting of the archive was not understood' },
  DUPLICATE_FILE: {
    severity: 'info',
    meaning: 'an earlier folder has a post of the same file name',
  },
  EXCLUDED_BY_CONFIG: {
    severity: 'info',
    meaning: "the generator's configuration excludes the file",
  },
  FILE_TOO_LARGE: { severity: 'error', meaning: 'the file is larger than a post may be' },
  FOLDER_MISSING: {
    severity: 'warning',
    meaning: 'a folder of posts that was named does not exist',
  },
  FOLDER_NOT_READ: {
    severity: 'warning',
    meaning: 'a folder beside those of posts holds files that are named like posts',
  },
  HIDDEN_NAME: { severity: 'info', meaning: 'the generator ignores files with such a name' },
  LINK_OUT_OF_ARCHIVE: { severity: 'error', meaning: 'the symbolic link leads out of the archive' },
  NAME_AMBIGUOUS: {
    severity: 'error',
    meaning: 'another file has the same name in other code points',
  },
  NAME_NOT_A_POST: {
    severity: 'error',
    meaning: 'the file has front matter but not the name of a post',
  },
  NAME_NOT_TEXT: { severity: 'error', meaning: 'the name of the file is not UTF-8' },
  NOT_A_POST: { severity: 'info', meaning: 'the file is in a folder of posts but is not a post' },
  ZONE_ASSUMED: {
    severity: 'info',
    meaning: "which time zone was assumed for the archive's dates",
  },
} as const satisfies CodeTable;
