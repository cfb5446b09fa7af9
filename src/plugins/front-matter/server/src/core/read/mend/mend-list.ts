import { quoted } from '../header-syntax';
import { unquote } from './mend-quotes';
import type { Pieces } from './pieces';

/**
 * Writes a list in brackets that is no YAML as the list it was meant for: `[a, b`, `[@a]`,
 * `[a,,b]`. Null where its items are not clear.
 */
export function mendBrackets(value: string, pieces: Pieces): string | null {
  if (!value.startsWith('[')) return null;
  const end = value.slice(1).trimEnd().replace(/[,;]$/, '').trimEnd();
  return listOf(end.replace(/[\]}）】]$/, ''), ',', pieces);
}

/** `"a", "b"`: a list without its brackets. Null for anything else. */
export function mendBareList(value: string, pieces: Pieces): string | null {
  if (!/^["']/.test(value)) return null;
  const separator = /["'][ \t]*[,，、]/.test(value) ? /[,，、]/ : /[ \t]+(?=["'])/;
  return value.split(separator).length < 2 ? null : listOf(value, separator, pieces);
}

function listOf(inner: string, separator: string | RegExp, pieces: Pieces): string | null {
  const items: string[] = [];
  for (const part of inner.split(separator)) {
    const item = part.trim();
    if (item === '') continue;
    const mended = mendItem(item, pieces);
    if (mended === null) return null;
    items.push(mended);
  }
  return items.length === 0 ? null : `[${items.join(', ')}]`;
}

function mendItem(item: string, pieces: Pieces): string | null {
  if (/[[\]{}]|#|:(?:[ \t]|$)/.test(item.replace(/^(["'])[^"']*\1$/, ''))) return null;
  if (pieces.isItem(item)) return item;
  if (!/^["']/.test(item)) return quoted(item);
  const text = item.endsWith(item[0] ?? '') ? unquote(item) : null;
  return text === null ? null : quoted(text);
}
