import { findFence } from './fences';
import { readOrMend } from './header-reading';
import { countKnownKeys, looksLikeKey } from './header-syntax';
import { failed } from './text-issues';
import type { TextResult } from './text-reading';

/** How far into a file a header is looked for that stands behind other text. */
const NEAR = 20;

/** A header that is none to the generator, since other text stands before it or no line around it. */
export function readMisplaced(text: string): TextResult | null {
  const lines = text.split('\n', 400);
  return readBehindText(lines) ?? readUnfenced(lines, 0);
}

function readBehindText(lines: readonly string[]): TextResult | null {
  const open = lines.findIndex((line) => /^---[ \t\r]*$/.test(line));
  const close = findFence(lines, open + 1);
  if (open < 1 || open >= NEAR || close === -1) return null;
  const before = lines.slice(0, open);
  // A header that is shown as an example is none; one that is all in code at the file's beginning is.
  const isShown = before.some(
    (line, index) =>
      /^\s*(?:```|~~~|\{%|<pre)/.test(line) &&
      before.slice(0, index).some((one) => one.trim() !== '')
  );
  const inside = lines.slice(open + 1, close).join('\n');
  if (isShown || countKnownKeys(inside) < 2 || !readOrMend(`---\n${inside}\n`).ok) return null;
  return failed('FRONT_MATTER_MISPLACED', firstFilled(lines) + 1, 1, {
    message: `Text stands before the front matter of line ${open + 1}, which the generator then takes for the body. Move the text behind the header, or remove it.`,
  });
}

/**
 * Keys that stand where a text begins and that no lines of dashes enclose.
 *
 * @param linesBefore how many lines of the file stand before these
 */
export function readUnfenced(lines: readonly string[], linesBefore: number): TextResult | null {
  const start = firstFilled(lines);
  if (start === -1) return null;
  const first = MARKS.test(lines[start] ?? '') ? start + 1 : start;
  const end = lines.findIndex((line, index) => index > first && MARKS.test(line));
  const paragraph = lines.slice(first, end === -1 ? lines.length : end);
  const keys = paragraph
    .map((line) => line.replace(/^-{2,}[ \t]*(?=\w)/, ''))
    .filter((line) => !BESIDE_KEYS.test(line));
  if (keys.length > NEAR * 2 || !keys.every(looksLikeKey)) return null;
  // Capitals begin the words of a text: "Title: ...".
  if (countKnownKeys(keys.filter((key) => /^["']?[a-z]/.test(key)).join('\n')) < 2) return null;
  return failed('FRONT_MATTER_MISPLACED', start + linesBefore + 1, 1, {
    message:
      'The text begins with keys that no lines of --- enclose, so the generator takes them for the body. Put a line of --- before them, as the first of the file, and one after.',
  });
}

/** A blank line, one of marks alone, or a code fence. */
const MARKS = /^(?:[^\p{L}\p{N}]*$|```|~~~)/u;

/** Comments, items and whatever is indented. */
const BESIDE_KEYS = /^(?:#|\/\/|-[ \t]|[ \t])/;

const firstFilled = (lines: readonly string[]): number =>
  lines.findIndex((line) => line.trim() !== '');
