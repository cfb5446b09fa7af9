import type { IssueCode } from '../../issue-codes';
import { holdsNames, isTextKey, quoted } from '../header-syntax';
import { mendBareList, mendBrackets } from './mend-list';
import { unquote } from './mend-quotes';
import type { Pieces } from './pieces';

export interface MendedValue {
  /** As YAML. */
  readonly value: string;
  readonly code: IssueCode;
}

/**
 * Writes a value that is not YAML as what its writer meant, or null where that is not clear.
 * Generators that escape nothing are the usual cause, so a text is taken as it stands.
 *
 * @param key whose value it is; null for an item of a list
 * @param value one line, trimmed, known not to be YAML
 */
export function mendValue(key: string | null, value: string, pieces: Pieces): MendedValue | null {
  // It may be a comment as well as part of the text.
  if (/[ \t]#(?:[ \t]|$)/.test(value) || SEVERAL_KEYS.test(value)) return null;
  const first = value[0] ?? '';
  if (first === '"' || first === "'") return mendQuoted(key, value, pieces);
  if (first === '[' || first === '{') return mendBracketed(key, value, first, pieces);
  if (/^(?:[@`%&*!|>,\]}]|[-?:](?:[ \t]|$))/.test(value)) {
    const isUnclear = /^[>|][ \t]/.test(value) || (!isTextKey(key) && /^[-,?:\]}]/.test(value));
    return isUnclear ? null : { value: quoted(value), code: 'MENDED_INDICATOR' };
  }
  if (!/:(?:[ \t]|$)/.test(value)) return null;
  if (key !== null && DATES.test(key)) return null;
  // It may be a mapping on the line of its key as well as a text.
  if (key !== null && !isTextKey(key) && /^[a-z_][\w-]*:[ \t]/.test(value)) return null;
  return { value: quoted(value), code: 'MENDED_BARE_COLON' };
}

/** What no generator reads as a date helps nobody as a text. */
const DATES = /^(?:date|updated|modified)$/i;

/** A line break was lost between two keys. */
const SEVERAL_KEYS =
  /[ \t](?:layout:[ \t]+["']?\w|date:[ \t]+["']?\d{4}[-/]|categories:[ \t]|permalink:[ \t]+["']?\/)/;

function mendQuoted(key: string | null, value: string, pieces: Pieces): MendedValue | null {
  const list = holdsNames(key) ? mendBareList(value, pieces) : null;
  if (list !== null) return { value: list, code: 'MENDED_LIST' };
  const text = unquote(value);
  if (text === null || (holdsNames(key) && text === value)) return null;
  return { value: quoted(text), code: 'MENDED_QUOTES' };
}

function mendBracketed(
  key: string | null,
  value: string,
  open: string,
  pieces: Pieces
): MendedValue | null {
  const close = value.lastIndexOf(open === '[' ? ']' : '}');
  const goesOn = close !== -1 && /[^\s,;]/.test(value.slice(close + 1));
  if (isTextKey(key) || (goesOn && !holdsNames(key))) {
    return { value: quoted(value), code: 'MENDED_BRACKET' };
  }
  if (open !== '[' || goesOn || key === null) return null;
  if (close === -1 && !holdsNames(key)) return null;
  const list = mendBrackets(value, pieces);
  return list === null ? null : { value: list, code: 'MENDED_LIST' };
}
