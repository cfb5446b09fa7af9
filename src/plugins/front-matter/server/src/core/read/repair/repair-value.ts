import type { IssueCode } from '../../issue-codes';
import { holdsNames, isTextKey, quoted } from '../header-syntax';
import { repairBareList, repairBrackets } from './repair-list';
import { unquote } from './repair-quotes';
import type { SyntaxCheck } from './check-syntax';

export interface RepairedValue {
  /** As YAML. */
  readonly value: string;
  readonly code: IssueCode;
}

/**
 * Repairs a value that is not YAML; null where it is not clear what it means. Such values mostly come from
 * programs that escape nothing, so that the text is taken as it is.
 *
 * @param key whose value it is; null for an item of a list
 * @param value one line, trimmed, known not to be YAML
 */
export const repairValue = (
  key: string | null,
  value: string,
  syntax: SyntaxCheck
): RepairedValue | null => {
  // What follows the # may be a comment or part of the text.
  if (/[ \t]#(?:[ \t]|$)/.test(value) || SEVERAL_KEYS.test(value)) return null;
  const first = value[0] ?? '';
  if (first === '"' || first === "'") return repairQuoted(key, value, syntax);
  if (first === '[' || first === '{') return repairBracketed(key, value, first, syntax);
  if (/^(?:[@`%&*!|>,\]}]|[-?:](?:[ \t]|$))/.test(value)) {
    const isUnclear = /^[>|][ \t]/.test(value) || (!isTextKey(key) && /^[-,?:\]}]/.test(value));
    return isUnclear ? null : { value: quoted(value), code: 'REPAIRED_INDICATOR' };
  }
  if (!/:(?:[ \t]|$)/.test(value)) return null;
  if (key !== null && DATES.test(key)) return null;
  // It may be a mapping on the line of its key, or a text.
  if (key !== null && !isTextKey(key) && /^[a-z_][\w-]*:[ \t]/.test(value)) return null;
  return { value: quoted(value), code: 'REPAIRED_BARE_COLON' };
};

/** Keys of dates, which are of no use as texts. */
const DATES = /^(?:date|updated|modified)$/i;

/** Two keys on one line, between which a line break was lost. */
const SEVERAL_KEYS =
  /[ \t](?:layout:[ \t]+["']?\w|date:[ \t]+["']?\d{4}[-/]|categories:[ \t]|permalink:[ \t]+["']?\/)/;

const repairQuoted = (
  key: string | null,
  value: string,
  syntax: SyntaxCheck
): RepairedValue | null => {
  const list = holdsNames(key) ? repairBareList(value, syntax) : null;
  if (list !== null) return { value: list, code: 'REPAIRED_LIST' };
  const text = unquote(value);
  if (text === null || (holdsNames(key) && text === value)) return null;
  return { value: quoted(text), code: 'REPAIRED_QUOTES' };
};

const repairBracketed = (
  key: string | null,
  value: string,
  open: string,
  syntax: SyntaxCheck
): RepairedValue | null => {
  const close = value.lastIndexOf(open === '[' ? ']' : '}');
  const goesOn = close !== -1 && /[^\s,;]/.test(value.slice(close + 1));
  if (isTextKey(key) || (goesOn && !holdsNames(key))) {
    return { value: quoted(value), code: 'REPAIRED_BRACKET' };
  }
  if (open !== '[' || goesOn || key === null) return null;
  if (close === -1 && !holdsNames(key)) return null;
  const list = repairBrackets(value, syntax);
  return list === null ? null : { value: list, code: 'REPAIRED_LIST' };
};
