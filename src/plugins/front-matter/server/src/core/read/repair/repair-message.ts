import type { IssueCode } from '../../issue-codes';
import { printable } from '../printable';
import type { Repair } from './repair';

const REPAIR_REASONS: Partial<Record<IssueCode, string>> = {
  REPAIRED_QUOTES:
    'has quotes or backslashes that are not escaped, or a quote without a second one',
  REPAIRED_BARE_COLON: 'has a colon and a space without being quoted',
  REPAIRED_BRACKET: 'begins with a bracket without being quoted',
  REPAIRED_INDICATOR: 'begins with a character that YAML reserves',
  REPAIRED_COLON: 'has a colon that YAML does not read as one: it expects ":" and a space',
  REPAIRED_TAB: 'is behind a tab where YAML allows only spaces',
  REPAIRED_LIST: 'is a list that YAML cannot read as one',
  REPAIRED_INDENT: 'is not indented like its neighbours',
  REPAIRED_COMMENT: 'is a comment, which has to begin with # in YAML',
  REPAIRED_CONTROL: 'holds a control character, which YAML allows nowhere',
};

/** Says what was wrong, what it was read as, and how to write it. */
export const repairMessage = ({ code, field, before, after }: Repair): string => {
  const what = field === null ? 'The line' : `"${field}"`;
  const reason = REPAIR_REASONS[code] ?? 'is not YAML';
  if (before.trim() === after.trim())
    return `${what} ${reason}, and was read as ${printable(after)}.`;
  const [, text] = /^'(.*)'$/.exec(after) ?? [];
  const value = printable(text?.replaceAll("''", "'") ?? after);
  return `${what} ${reason}: ${printable(before)} was read as ${value}. Write ${text === undefined ? 'it like that.' : printable(after)}`;
};
