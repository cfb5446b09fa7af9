import { parseYaml } from '../../dialects/jekyll/psych/parse';
import { quoted } from '../header-syntax';
import { unquote } from './mend-quotes';

/**
 * Writes a list in brackets that is no YAML as the list it was meant for: `[a, b`, `[@a]`,
 * `[a,,b]`. Null where its items are not clear.
 */
export function mendBrackets(value: string): string | null {
  if (!value.startsWith('[')) return null;
  const end = value.slice(1).trimEnd().replace(/[,;]$/, '').trimEnd();
  return listOf(end.replace(/[\]}）】]$/, ''), ',');
}

/** `"a", "b"`: a list without its brackets. Null for anything else. */
export function mendBareList(value: string): string | null {
  if (!/^["']/.test(value)) return null;
  const separator = /["'][ \t]*[,，、]/.test(value) ? /[,，、]/ : /[ \t]+(?=["'])/;
  return value.split(separator).length < 2 ? null : listOf(value, separator);
}

function listOf(inner: string, separator: string | RegExp): string | null {
  const items: string[] = [];
  for (const part of inner.split(separator)) {
    const item = part.trim();
    if (item === '') continue;
    const mended = mendItem(item);
    if (mended === null) return null;
    items.push(mended);
  }
  return items.length === 0 ? null : `[${items.join(', ')}]`;
}

function mendItem(item: string): string | null {
  if (/[[\]{}]|#|:(?:[ \t]|$)/.test(item.replace(/^(["'])[^"']*\1$/, ''))) return null;
  const reading = parseYaml(`---\n[${item}]\n`);
  if (reading.ok && Array.isArray(reading.value) && reading.value.length === 1) return item;
  if (!/^["']/.test(item)) return quoted(item);
  const text = item.endsWith(item[0] ?? '') ? unquote(item) : null;
  return text === null ? null : quoted(text);
}
