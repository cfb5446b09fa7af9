import type { CodeTable } from './code-table';

/** Codes of an import: a post compared with the site's documents, terms and addresses. */
export const IMPORT_CODES = {
  CATEGORY_AMBIGUOUS: {
    severity: 'warning',
    meaning: 'an earlier file put the category under another parent',
  },
  CONFLICT: { severity: 'warning', meaning: 'the file and an editor both changed an attribute' },
  CONFLICT_SETTLED: {
    severity: 'info',
    meaning: 'a conflict was settled as somebody has decided',
  },
  DECISION_OUTDATED: {
    severity: 'warning',
    meaning: 'the post or its file changed after it was decided about',
  },
  DELETED_BY_EDITOR: {
    severity: 'warning',
    meaning: 'the file changed, and an editor has deleted its document',
  },
  DRAFTS_DISABLED: {
    severity: 'error',
    meaning: 'the post is not public, and its content type has no drafts',
  },
  EDITED_SINCE: { severity: 'warning', meaning: 'a rollback kept what was changed after the run' },
  KEYS_NOT_KEPT: {
    severity: 'warning',
    meaning: 'the content type has no attribute for keys of the front matter',
  },
  LOCALE_CHANGED: {
    severity: 'warning',
    meaning: 'the file was imported in another locale and stays there',
  },
  MAYBE_MOVED: {
    severity: 'warning',
    meaning: 'the file resembles one that is gone; each keeps its own document',
  },
  MISSING: {
    severity: 'info',
    meaning: 'the file was imported before and is gone; its document is kept',
  },
  MOVED: { severity: 'info', meaning: 'the file has moved and keeps its document' },
  NOT_SCHEDULED: {
    severity: 'warning',
    meaning: 'the post was not scheduled: an editor has changed its draft',
  },
  PATH_CONTESTED: {
    severity: 'info',
    meaning: 'another post asks for an address that leads to this one',
  },
  PATH_INVALID: { severity: 'warning', meaning: 'an old address cannot be kept' },
  PATH_RESERVED: {
    severity: 'warning',
    meaning: 'an old address is one that the server itself answers at',
  },
  PATH_TAKEN: { severity: 'warning', meaning: 'an old address leads to another document' },
  RELATION_INVALID: {
    severity: 'warning',
    meaning: 'a key that is a relation holds what no entry is known by',
  },
  RELATION_TAKES_ONE: {
    severity: 'warning',
    meaning: 'a key names several entries, and its relation takes one',
  },
  RENAMES_UNCHECKED: {
    severity: 'warning',
    meaning: 'too many files are gone to look for renamed ones',
  },
  SLUG_INVALID: { severity: 'warning', meaning: 'the slug cannot be used, and another was given' },
  SLUG_TAKEN: {
    severity: 'warning',
    meaning: 'another document has the slug, and another was given',
  },
  SOURCE_INVALID: {
    severity: 'error',
    meaning: 'code and URL of the source disagree, or one cannot be kept',
  },
  TERMS_NOT_KEPT: {
    severity: 'warning',
    meaning: 'the content type has no relation for categories or tags',
  },
  TERM_EMPTY: { severity: 'info', meaning: 'a category or tag without a name was left out' },
  TRANSLATION_NOT_JOINED: {
    severity: 'warning',
    meaning: 'the file was not joined to the document of its translations',
  },
  VALUE_INVALID: { severity: 'error', meaning: 'a value does not fit the type of its attribute' },
  VALUE_NOT_STORABLE: {
    severity: 'error',
    meaning: 'a value holds characters that databases cannot store',
  },
  VALUE_TOO_LONG: { severity: 'error', meaning: 'a value is longer than its attribute allows' },
} as const satisfies CodeTable;
