import { quoted } from '../header-syntax';
import { unquote } from './repair-quotes';
import type { SyntaxCheck } from './check-syntax';

/**
 * Repairs a list in brackets that is not YAML: `[a, b`, `[@a]`, `[a,,b]`. Null where its items are not
 * clear.
 */
export const repairBrackets = (value: string, syntax: SyntaxCheck): string | null => {
  if (!value.startsWith('[')) return null;
  const end = value.slice(1).trimEnd().replace(/[,;]$/, '').trimEnd();
  return listOf(end.replace(/[\]}）】]$/, ''), ',', syntax);
};

/** Repairs a list without brackets: `"a", "b"`. Null for anything else. */
export const repairBareList = (value: string, syntax: SyntaxCheck): string | null => {
  if (!/^["']/.test(value)) return null;
  const separator = /["'][ \t]*[,，、]/.test(value) ? /[,，、]/ : /[ \t]+(?=["'])/;
  return value.split(separator).length < 2 ? null : listOf(value, separator, syntax);
};

const listOf = (inner: string, separator: string | RegExp, syntax: SyntaxCheck): string | null => {
  const items: string[] = [];
  for (const part of inner.split(separator)) {
    const item = part.trim();
    if (item === '') continue;
    const repaired = repairItem(item, syntax);
    if (repaired === null) return null;
    items.push(repaired);
  }
  return items.length === 0 ? null : `[${items.join(', ')}]`;
};

const repairItem = (item: string, syntax: SyntaxCheck): string | null => {
  if (/[[\]{}]|#|:(?:[ \t]|$)/.test(item.replace(/^(["'])[^"']*\1$/, ''))) return null;
  if (syntax.isItem(item)) return item;
  if (!/^["']/.test(item)) return quoted(item);
  const text = item.endsWith(item[0] ?? '') ? unquote(item) : null;
  return text === null ? null : quoted(text);
};
