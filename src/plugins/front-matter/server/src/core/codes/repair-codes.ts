import type { CodeTable } from './code-table';

/** Codes of repairs: what was wrong in a header and was read all the same. */
export const REPAIR_CODES = {
  REPAIRED_BARE_COLON: {
    severity: 'warning',
    meaning: 'an unquoted value held a colon and a space',
  },
  REPAIRED_BLANK_BEFORE_HEADER: {
    severity: 'warning',
    meaning: 'blank lines or spaces stood before the header',
  },
  REPAIRED_BRACKET: { severity: 'warning', meaning: 'an unquoted value began with a bracket' },
  REPAIRED_CATEGORIES: {
    severity: 'warning',
    meaning: '"categories" was a number or the like and was read as text',
  },
  REPAIRED_COLON: {
    severity: 'warning',
    meaning: 'a key had a full-width colon, or no space after its colon',
  },
  REPAIRED_COMMENT: { severity: 'warning', meaning: 'a comment did not begin with #' },
  REPAIRED_CONTROL: { severity: 'warning', meaning: 'a control character stood in the header' },
  REPAIRED_DATE: {
    severity: 'warning',
    meaning: 'a date was written in a form that the generator cannot read',
  },
  REPAIRED_FENCE: {
    severity: 'warning',
    meaning: 'a line around the header was not exactly three dashes',
  },
  REPAIRED_INDENT: { severity: 'warning', meaning: 'a line was not indented like its neighbours' },
  REPAIRED_INDICATOR: {
    severity: 'warning',
    meaning: 'an unquoted value began with a character that YAML reserves',
  },
  REPAIRED_LINE_ENDS: { severity: 'warning', meaning: 'lines ended in a bare carriage return' },
  REPAIRED_LIST: { severity: 'warning', meaning: 'a list was not written as YAML requires' },
  REPAIRED_MISSING_CLOSE: { severity: 'warning', meaning: "the header's closing line was missing" },
  REPAIRED_NOTATION: { severity: 'warning', meaning: 'the header was TOML or JSON' },
  REPAIRED_QUOTES: {
    severity: 'warning',
    meaning: 'a quoted value held unescaped quotes or backslashes',
  },
  REPAIRED_TAB: { severity: 'warning', meaning: 'a tab stood where YAML allows only spaces' },
  REPAIRED_TEXT_BEFORE_HEADER: {
    severity: 'warning',
    meaning: 'a comment or an invisible character stood before the header',
  },
} as const satisfies CodeTable;
