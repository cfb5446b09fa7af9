import type { IssueCode } from '../issue-codes';

export interface MendedValue {
  readonly value: string;
  readonly code: IssueCode;
}

/** Keys that hold a text; an open bracket of any other may be a list that was cut short. */
const TEXT_KEYS = new Set(['title', 'subtitle', 'description', 'excerpt', 'summary', 'author']);

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/**
 * Writes a value that is not YAML as the text its writer meant, or null where that is not clear.
 * Generators that escape nothing are the usual cause, so the text is taken as it stands.
 *
 * @param key whose value it is; null for an item of a list
 * @param value one line, trimmed, known not to be YAML
 */
export function mendValue(key: string | null, value: string): MendedValue | null {
  const first = value[0] ?? '';
  if (first === '"') return mendDoubleQuoted(value);
  if (first === "'") return mendSingleQuoted(value);
  if (first === '[' || first === '{') return mendBracketed(key, value, first);
  if (/^(?:[@`%&*!|>,\]}]|[-?:](?:[ \t]|$))/.test(value)) {
    return { value: quoted(value), code: 'MENDED_INDICATOR' };
  }
  if (/:(?:[ \t]|$)/.test(value)) return { value: quoted(value), code: 'MENDED_BARE_COLON' };
  return null;
}

function mendDoubleQuoted(value: string): MendedValue {
  const inner = value.length > 1 && value.endsWith('"') ? value.slice(1, -1) : null;
  if (inner === null) return { value: quoted(value), code: 'MENDED_QUOTES' };
  // Where every quote inside carries its backslash, a hand escaped them, and missed another.
  const escapedByHand = /\\"/.test(inner) && !/(?<!\\)"/.test(inner);
  const text = escapedByHand ? inner.replaceAll('\\"', '"') : inner;
  return { value: quoted(text), code: 'MENDED_QUOTES' };
}

function mendSingleQuoted(value: string): MendedValue {
  const inner = value.length > 1 && value.endsWith("'") ? value.slice(1, -1) : value;
  return { value: quoted(inner), code: 'MENDED_QUOTES' };
}

function mendBracketed(key: string | null, value: string, open: string): MendedValue | null {
  const close = value.lastIndexOf(open === '[' ? ']' : '}');
  const isCutShort = close === -1 || close === value.length - 1;
  if (isCutShort && (key === null || !TEXT_KEYS.has(key))) return null;
  return { value: quoted(value), code: 'MENDED_BRACKET' };
}
