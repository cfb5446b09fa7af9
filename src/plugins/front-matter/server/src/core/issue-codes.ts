import type { Issue, Severity } from './issue';

interface CodeEntry {
  readonly severity: Severity;
  /** One line for the table of codes. */
  readonly meaning: string;
}

/**
 * Every code a report can hold. Codes are permanent: people filter by them, so one is never
 * renamed nor given another meaning.
 */
export const ISSUE_CODES = {
  ARCHIVE_FILE_UNREADABLE: { severity: 'error', meaning: 'the file could not be opened' },
  CATEGORIES_INVALID: {
    severity: 'error',
    meaning: 'the generator fails on what "categories" holds',
  },
  CATEGORY_AMBIGUOUS: {
    severity: 'warning',
    meaning: 'an earlier file has the category elsewhere, where it stays',
  },
  CONFIG_INVALID: { severity: 'warning', meaning: 'a setting of the archive was not understood' },
  CONFLICT: { severity: 'warning', meaning: 'the file and an editor both changed an attribute' },
  DATE_INVALID: { severity: 'error', meaning: 'the date is not one, and the generator would stop' },
  DATE_ROLLED_OVER: {
    severity: 'warning',
    meaning: 'the day does not exist and became a later one',
  },
  DATE_WITHOUT_ZONE: { severity: 'info', meaning: 'the date names no zone' },
  DELETED_BY_EDITOR: {
    severity: 'warning',
    meaning: 'the file changed, and its document had been deleted',
  },
  DRAFT: { severity: 'info', meaning: 'the post is a draft and was imported as one' },
  DRAFT_NEEDS_DRAFTS: {
    severity: 'error',
    meaning: 'the post is not to be shown, and its type has no drafts',
  },
  DUPLICATE_FILE: { severity: 'info', meaning: 'an earlier folder has a post of this file name' },
  EDITED_SINCE: { severity: 'warning', meaning: 'a rollback left what was changed after the run' },
  ENCODING_CONVERTED: { severity: 'warning', meaning: 'the file was not UTF-8 and was decoded' },
  ENCODING_UNKNOWN: {
    severity: 'error',
    meaning: 'the bytes are in no encoding that was recognised',
  },
  EXCLUDED_BY_CONFIG: {
    severity: 'info',
    meaning: "the generator's configuration leaves the file out",
  },
  FILE_EMPTY: { severity: 'info', meaning: 'the file holds nothing' },
  FILE_TOO_LARGE: { severity: 'error', meaning: 'the file is larger than a post may be' },
  FOLDER_MISSING: { severity: 'warning', meaning: 'a folder of posts that was named is not there' },
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
  FUTURE: {
    severity: 'info',
    meaning: 'the post is dated in the future and was imported as a draft',
  },
  HIDDEN_NAME: { severity: 'info', meaning: 'the generator leaves out files of such a name' },
  KEYS_IN_BODY: { severity: 'warning', meaning: 'the header is empty, and keys begin the body' },
  KEY_LOOKALIKE: {
    severity: 'warning',
    meaning: 'a key looks like one the generator knows and is another',
  },
  KEY_REPEATED: { severity: 'warning', meaning: 'a key stands twice, and the last one counts' },
  LANGUAGE_UNKNOWN: {
    severity: 'warning',
    meaning: 'the settings do not name the language that the post is in',
  },
  LINK_OUT_OF_ARCHIVE: { severity: 'error', meaning: 'the symbolic link leads out of the archive' },
  LIQUID_OUTPUT: {
    severity: 'info',
    meaning: 'the body holds Liquid output like {{ site.baseurl }}',
  },
  LIQUID_TAG: { severity: 'info', meaning: 'the body holds Liquid tags like {% include %}' },
  LOCAL_FILE: { severity: 'info', meaning: 'the body refers to an image or file of the archive' },
  LOCALE_CHANGED: {
    severity: 'warning',
    meaning: 'the file was imported in another locale, and is left there',
  },
  LOOKS_TRANSLATED: {
    severity: 'warning',
    meaning: 'posts are in several languages, which were not told apart',
  },
  MAYBE_MOVED: {
    severity: 'warning',
    meaning: 'the file is like one that is gone; each has its own document',
  },
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
  MISSING: {
    severity: 'info',
    meaning: 'the file was imported before and is gone; its document is kept',
  },
  MOVED: { severity: 'info', meaning: 'the file was elsewhere before and keeps its document' },
  NAME_AMBIGUOUS: {
    severity: 'error',
    meaning: 'another file has the same name in other code points',
  },
  NAME_NOT_TEXT: { severity: 'error', meaning: 'the name of the file is not UTF-8' },
  NAME_NOT_A_POST: {
    severity: 'error',
    meaning: 'the file has front matter but not the name of a post',
  },
  NOT_A_POST: { severity: 'info', meaning: 'the file lies among the posts but is none' },
  PATH_INVALID: { severity: 'warning', meaning: 'an old address is none that can be kept' },
  PATH_RESERVED: {
    severity: 'warning',
    meaning: 'an old address is one that the server itself answers at',
  },
  PATH_SHARED: {
    severity: 'info',
    meaning: 'another post asks for an address that leads to this one',
  },
  PATH_TAKEN: { severity: 'warning', meaning: 'an old address leads to another document' },
  POST_LINK: { severity: 'info', meaning: 'the body links to another post of the archive' },
  RENAMES_UNCHECKED: {
    severity: 'warning',
    meaning: 'too many files are gone to look for those that were renamed',
  },
  REPLACEMENT_CHARACTER: {
    severity: 'warning',
    meaning: 'the text holds U+FFFD, which a lost character left',
  },
  SLUG_INVALID: {
    severity: 'warning',
    meaning: 'the slug is none that can be kept, and another was given',
  },
  SLUG_TAKEN: {
    severity: 'warning',
    meaning: "the slug is another document's, and another was given",
  },
  SOURCE_INVALID: {
    severity: 'error',
    meaning: 'code and URL of the source disagree, or one cannot be kept',
  },
  READER_FAILED: { severity: 'error', meaning: 'the reader itself failed on the file' },
  TERM_EMPTY: { severity: 'info', meaning: 'a category or tag without a name was left out' },
  TEXT_DAMAGED: {
    severity: 'error',
    meaning: 'the text holds NUL, or decoding it lost characters',
  },
  TEXT_NOT_LIST: { severity: 'warning', meaning: 'what looks like a list is one text to YAML' },
  TEXT_WITH_CONTROLS: { severity: 'warning', meaning: 'a text holds control characters' },
  TITLE_EMPTY: { severity: 'warning', meaning: 'the title is empty' },
  TRANSLATION_APART: {
    severity: 'warning',
    meaning: "the file did not become part of its translations' document",
  },
  UNPUBLISHED: {
    severity: 'info',
    meaning: 'the post says "published: false" and was imported as a draft',
  },
  URL_UNKNOWN: { severity: 'warning', meaning: 'the permalink pattern gives this post no address' },
  VALUE_CUT_BY_COMMENT: {
    severity: 'warning',
    meaning: 'a value ends where " #" begins a comment',
  },
  VALUE_NOT_STORABLE: { severity: 'error', meaning: 'a value holds what databases cannot keep' },
  VALUE_NOT_TEXT: { severity: 'warning', meaning: 'a text is a number, a day or a truth to YAML' },
  VALUE_TOO_LONG: { severity: 'error', meaning: 'a value is longer than its attribute takes' },
  VALUE_UNFIT: { severity: 'error', meaning: "a value is not of its attribute's type" },
  YAML_INVALID: { severity: 'error', meaning: 'the header is not YAML and could not be mended' },
  ZONE_TAKEN: { severity: 'info', meaning: "the zone in which the archive's dates were read" },
} as const satisfies Readonly<Record<string, CodeEntry>>;

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
