import type { CodeTable } from './code-table';

/** What was mended. */
export const MEND_CODES = {
  MENDED_BARE_COLON: { severity: 'warning', meaning: 'an unquoted value held a colon and a blank' },
  MENDED_BLANK_BEFORE_HEADER: {
    severity: 'warning',
    meaning: 'blank lines stood before the header',
  },
  MENDED_BRACKET: { severity: 'warning', meaning: 'an unquoted value began with a bracket' },
  MENDED_CATEGORIES: {
    severity: 'warning',
    meaning: 'a category was a number or the like and is read as text',
  },
  MENDED_CLOSE_MISSING: { severity: 'warning', meaning: "the header's closing line was missing" },
  MENDED_COLON: {
    severity: 'warning',
    meaning: 'a key had a full-width colon, or no blank after its colon',
  },
  MENDED_COMMENT: { severity: 'warning', meaning: 'a comment did not begin with #' },
  MENDED_CONTROL: { severity: 'warning', meaning: 'a control character stood in the header' },
  MENDED_DATE: {
    severity: 'warning',
    meaning: 'a date was written as the generator cannot read it',
  },
  MENDED_FENCE: {
    severity: 'warning',
    meaning: 'a line around the header was not three dashes',
  },
  MENDED_INDENT: { severity: 'warning', meaning: 'a line was indented unlike its neighbours' },
  MENDED_INDICATOR: {
    severity: 'warning',
    meaning: 'an unquoted value began with a character YAML reserves',
  },
  MENDED_LINE_ENDS: { severity: 'warning', meaning: 'lines ended in a bare carriage return' },
  MENDED_LIST: { severity: 'warning', meaning: 'a list was not written as YAML wants it' },
  MENDED_NOTATION: { severity: 'warning', meaning: 'the header was TOML or JSON' },
  MENDED_QUOTES: {
    severity: 'warning',
    meaning: 'a quoted value held unescaped quotes or backslashes',
  },
  MENDED_TAB: { severity: 'warning', meaning: 'a tab stood where YAML allows blanks only' },
  MENDED_TEXT_BEFORE_HEADER: {
    severity: 'warning',
    meaning: 'a comment or an invisible mark stood before the header',
  },
} as const satisfies CodeTable;
