import type { CodeTable } from './code-table';

/** What is said of a file's bytes, of its header and of its body. */
export const TEXT_CODES = {
  ENCODING_CONVERTED: { severity: 'warning', meaning: 'the file was not UTF-8 and was decoded' },
  ENCODING_UNKNOWN: {
    severity: 'error',
    meaning: 'the bytes are in no encoding that was recognised',
  },
  FILE_EMPTY: { severity: 'info', meaning: 'the file holds nothing' },
  FRONT_MATTER_CUT_SHORT: {
    severity: 'warning',
    meaning: 'the generator stops reading the header before its end',
  },
  FRONT_MATTER_ENGINE_REFUSED: { severity: 'error', meaning: 'the header asks to be run as code' },
  FRONT_MATTER_FOREIGN: {
    severity: 'error',
    meaning: 'the header is TOML or JSON, and not all of it is clear',
  },
  FRONT_MATTER_MISPLACED: {
    severity: 'error',
    meaning: 'what is plainly a header is text to the generator',
  },
  FRONT_MATTER_MISSING: { severity: 'info', meaning: 'the post has no front matter' },
  FRONT_MATTER_NOT_A_MAPPING: {
    severity: 'error',
    meaning: 'the header is YAML but holds no keys',
  },
  FRONT_MATTER_TOO_COMPLEX: { severity: 'error', meaning: 'the header is too large or too deep' },
  FRONT_MATTER_UNCLOSED: { severity: 'error', meaning: 'the header has no closing line' },
  KEYS_IN_BODY: { severity: 'warning', meaning: 'the header is empty, and keys begin the body' },
  KEY_LOOKALIKE: {
    severity: 'warning',
    meaning: 'a key looks like one the generator knows and is another',
  },
  KEY_REPEATED: { severity: 'warning', meaning: 'a key stands twice, and the last one counts' },
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
    meaning: 'the text holds U+FFFD, which a lost character left',
  },
  TEXT_DAMAGED: {
    severity: 'error',
    meaning: 'the text holds NUL, or decoding it lost characters',
  },
  TEXT_NOT_LIST: { severity: 'warning', meaning: 'what looks like a list is one text to YAML' },
  TEXT_WITH_CONTROLS: { severity: 'warning', meaning: 'a text holds control characters' },
  VALUE_CUT_BY_COMMENT: {
    severity: 'warning',
    meaning: 'a value ends where " #" begins a comment',
  },
  VALUE_NOT_TEXT: { severity: 'warning', meaning: 'a text is a number, a day or a truth to YAML' },
  YAML_INVALID: { severity: 'error', meaning: 'the header is not YAML and could not be mended' },
} as const satisfies CodeTable;
