import type { CodeTable } from './code-table';

/** Codes about a file's bytes, its header and its body. */
export const TEXT_CODES = {
  CORRECTED: { severity: 'info', meaning: 'the file was read as somebody has corrected it' },
  ENCODING_CONVERTED: { severity: 'warning', meaning: 'the file was not UTF-8 and was converted' },
  ENCODING_UNKNOWN: { severity: 'error', meaning: 'the encoding of the file was not recognised' },
  FILE_EMPTY: { severity: 'info', meaning: 'the file is empty' },
  FRONT_MATTER_CUT_SHORT: {
    severity: 'warning',
    meaning: 'the generator stops reading the header before its end',
  },
  FRONT_MATTER_ENGINE_REFUSED: { severity: 'error', meaning: 'the header asks to be run as code' },
  FRONT_MATTER_FOREIGN: {
    severity: 'error',
    meaning: 'the header is TOML or JSON and could not be read in full',
  },
  FRONT_MATTER_MISPLACED: {
    severity: 'error',
    meaning: 'the generator takes a header for part of the body',
  },
  FRONT_MATTER_MISSING: { severity: 'info', meaning: 'the post has no front matter' },
  FRONT_MATTER_NOT_A_MAPPING: {
    severity: 'error',
    meaning: 'the header is YAML but holds no keys',
  },
  FRONT_MATTER_TOO_COMPLEX: {
    severity: 'error',
    meaning: 'the header is too large or nested too deeply',
  },
  FRONT_MATTER_UNCLOSED: { severity: 'error', meaning: 'the header has no closing line' },
  KEYS_IN_BODY: {
    severity: 'warning',
    meaning: 'the header is empty, and the body begins with keys',
  },
  KEY_LOOKALIKE: {
    severity: 'warning',
    meaning: 'a key looks like one that the generator knows but differs from it',
  },
  KEY_REPEATED: { severity: 'warning', meaning: 'a key is given twice, and the last one counts' },
  LIQUID_OUTPUT: {
    severity: 'info',
    meaning: 'the body holds Liquid output like {{ site.baseurl }}',
  },
  LIQUID_TAG: { severity: 'info', meaning: 'the body holds Liquid tags like {% include %}' },
  LOCAL_FILE: { severity: 'info', meaning: 'the body refers to an image or file of the archive' },
  POST_LINK: { severity: 'info', meaning: 'the body links to another post of the archive' },
  READER_FAILED: { severity: 'error', meaning: 'the reader itself failed on the file' },
  REPLACEMENT_CHARACTER: {
    severity: 'warning',
    meaning: 'the text holds U+FFFD in place of a lost character',
  },
  TEXT_DAMAGED: {
    severity: 'error',
    meaning: 'the text holds NUL, or characters were lost in its encoding',
  },
  TEXT_WITH_CONTROLS: { severity: 'warning', meaning: 'a text holds control characters' },
  VALUE_CUT_BY_COMMENT: {
    severity: 'warning',
    meaning: 'a value ends where " #" begins a comment',
  },
  VALUE_NOT_LIST: {
    severity: 'warning',
    meaning: 'a value looks like a list but is one text to YAML',
  },
  VALUE_NOT_TEXT: {
    severity: 'warning',
    meaning: 'a text is a number, a date or a truth value to YAML',
  },
  YAML_INVALID: { severity: 'error', meaning: 'the header is not YAML and could not be repaired' },
} as const satisfies CodeTable;
