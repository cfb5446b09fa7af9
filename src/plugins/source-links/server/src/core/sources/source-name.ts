import type { SourceRules } from '../rules/source-rules';
import { plainText } from './plain-text';
import type { Template } from '../rules/template';

/** How far back from a body's end its source may be named, in UTF-16 units. */
const WINDOW = 4096;

/** Longer names are none: a column of 255 characters has to take them. */
const MAX_NAME_LENGTH = 255;

/**
 * The source that a body names at its end, as in `（文章来源：日照日报）`, without the markup that may
 * cut it; null where it names none. The last mention counts. Half-width brackets and colons are
 * read as their full-width forms.
 */
export function sourceNameOf(body: string, rules: SourceRules): string | null {
  const text = plainText(body.slice(-WINDOW));
  const folded = fullWidth(text);
  let best: { readonly at: number; readonly name: string } | null = null;
  for (const template of rules.names) {
    const found = lastMention(template, text, folded);
    if (found !== null && (best === null || found.at > best.at)) best = found;
  }
  return best?.name ?? null;
}

function lastMention(
  template: Template,
  text: string,
  folded: string
): { readonly at: number; readonly name: string } | null {
  const opening = fullWidth(template.literals[0] ?? '');
  const closing = fullWidth(template.literals[1] ?? '');
  const at = folded.lastIndexOf(opening);
  if (at === -1) return null;
  const from = at + opening.length;
  const to = closing === '' ? endOfLine(folded, from) : endOfName(folded, from, closing);
  if (to === -1) return null;
  const name = text.slice(from, to).replace(/\s+/g, ' ').trim();
  return name === '' || name.length > MAX_NAME_LENGTH ? null : { at, name };
}

/** Where the name's own closing stands: a name may hold brackets of its own. */
function endOfName(folded: string, from: number, closing: string): number {
  if (closing !== '）') return folded.indexOf(closing, from);
  let depth = 0;
  for (let at = from; at < folded.length; at += 1) {
    if (folded[at] === '（') depth += 1;
    if (folded[at] !== '）') continue;
    if (depth === 0) return at;
    depth -= 1;
  }
  return -1;
}

function endOfLine(folded: string, from: number): number {
  const end = folded.indexOf('\n', from);
  return end === -1 ? folded.length : end;
}

function fullWidth(text: string): string {
  return text.replace(/[():]/g, (mark) => (mark === '(' ? '（' : mark === ')' ? '）' : '：'));
}
