import type { CodeTable } from './code-table';

/** What is said of an import: of a post beside the site's documents, terms and addresses. */
export const IMPORT_CODES = {
  CATEGORY_AMBIGUOUS: {
    severity: 'warning',
    meaning: 'an earlier file has the category elsewhere, where it stays',
  },
  CONFLICT: { severity: 'warning', meaning: 'the file and an editor both changed an attribute' },
  DELETED_BY_EDITOR: {
    severity: 'warning',
    meaning: 'the file changed, and its document had been deleted',
  },
  DRAFT_NEEDS_DRAFTS: {
    severity: 'error',
    meaning: 'the post is not to be shown, and its type has no drafts',
  },
  EDITED_SINCE: { severity: 'warning', meaning: 'a rollback left what was changed after the run' },
  LOCALE_CHANGED: {
    severity: 'warning',
    meaning: 'the file was imported in another locale, and is left there',
  },
  MAYBE_MOVED: {
    severity: 'warning',
    meaning: 'the file is like one that is gone; each has its own document',
  },
  MISSING: {
    severity: 'info',
    meaning: 'the file was imported before and is gone; its document is kept',
  },
  MOVED: { severity: 'info', meaning: 'the file was elsewhere before and keeps its document' },
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
  RENAMES_UNCHECKED: {
    severity: 'warning',
    meaning: 'too many files are gone to look for those that were renamed',
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
  TERM_EMPTY: { severity: 'info', meaning: 'a category or tag without a name was left out' },
  TRANSLATION_APART: {
    severity: 'warning',
    meaning: "the file did not become part of its translations' document",
  },
  VALUE_NOT_STORABLE: { severity: 'error', meaning: 'a value holds what databases cannot keep' },
  VALUE_TOO_LONG: { severity: 'error', meaning: 'a value is longer than its attribute takes' },
  VALUE_UNFIT: { severity: 'error', meaning: "a value is not of its attribute's type" },
} as const satisfies CodeTable;
