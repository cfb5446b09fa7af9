import type { IssueCode } from '../../issue-codes';
import { shown } from '../shown';
import type { Mend } from './mend';

const MEND_REASONS: Partial<Record<IssueCode, string>> = {
  MENDED_QUOTES: 'has quotes or backslashes that are not escaped, or a quote without its partner',
  MENDED_BARE_COLON: 'has a colon and a blank without being quoted',
  MENDED_BRACKET: 'begins with a bracket without being quoted',
  MENDED_INDICATOR: 'begins with a character that YAML reserves',
  MENDED_COLON: 'has a colon that YAML takes for none: it wants ":" and a blank',
  MENDED_TAB: 'stands behind a tab where YAML allows blanks only',
  MENDED_LIST: 'is a list that YAML cannot read as one',
  MENDED_INDENT: 'is indented otherwise than its neighbours',
  MENDED_COMMENT: 'is a comment, which YAML wants to begin with #',
  MENDED_CONTROL: 'holds a control character, which YAML allows nowhere',
};

/** What was wrong, what stood there, what it was read as, and how to write it. */
export function mendMessage({ code, field, before, after }: Mend): string {
  const what = field === null ? 'The line' : `"${field}"`;
  const reason = MEND_REASONS[code] ?? 'is not YAML';
  if (before.trim() === after.trim()) return `${what} ${reason}, and was read as ${shown(after)}.`;
  const [, text] = /^'(.*)'$/.exec(after) ?? [];
  const value = shown(text?.replaceAll("''", "'") ?? after);
  return `${what} ${reason}: ${shown(before)} was read as ${value}. Write ${text === undefined ? 'it so.' : shown(after)}`;
}
