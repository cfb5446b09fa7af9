import { type Issue, issueOf } from '../../../issue';
import { findFence } from './fences';
import { readOrRepair } from './header-reading';
import { countKnownKeys, looksLikeKey } from '../../../read/header-syntax';
import { failed } from './text-issues';
import type { TextResult } from './text-reading';

/** Lines of other text behind which a header is looked for. */
const NEAR = 20;

/**
 * Finds a header that the generator does not see: text stands before it, or no lines of dashes enclose
 * it.
 */
export const readMisplaced = (text: string): TextResult | null => {
  const lines = text.split('\n', 400);
  return readBehindText(lines) ?? readUnfenced(lines);
};

const readBehindText = (lines: readonly string[]): TextResult | null => {
  const open = lines.findIndex((line) => /^---[ \t\r]*$/.test(line));
  const close = findFence(lines, open + 1);
  if (open < 1 || open >= NEAR || close === -1) return null;
  const before = lines.slice(0, open);
  // A header in a block of code is an example, unless the block begins the file.
  const isShown = before.some(
    (line, index) =>
      /^\s*(?:```|~~~|\{%|<pre)/.test(line) &&
      before.slice(0, index).some((one) => one.trim() !== '')
  );
  const inside = lines.slice(open + 1, close).join('\n');
  if (isShown || countKnownKeys(inside) < 2 || !readOrRepair(`---\n${inside}\n`).ok) return null;
  return failed('FRONT_MATTER_MISPLACED', firstFilled(lines) + 1, 1, {
    message: `Text stands before the front matter of line ${open + 1}, which the generator then takes for the body. Move the text behind the header, or remove it.`,
  });
};

/** Finds keys at the beginning of a text that no lines of dashes enclose. */
const readUnfenced = (lines: readonly string[]): TextResult | null => {
  const start = findKeys(lines);
  if (start === -1) return null;
  return failed('FRONT_MATTER_MISPLACED', start + 1, 1, {
    message:
      'The text begins with keys that no lines of --- enclose, so the generator takes them for the body. Put a line of --- before them, as the first of the file, and one after.',
  });
};

/**
 * Finds keys at the beginning of the body, behind a header without keys.
 *
 * @param linesBefore how many lines of the file stand before the content
 */
export const keysInBody = (content: string, linesBefore: number): Issue[] => {
  const start = findKeys(content.split('\n', 100));
  if (start === -1) return [];
  return [
    issueOf('KEYS_IN_BODY', {
      message:
        'The header is empty, and the text begins with keys, which the generator takes for the body. Put them between the lines of ---.',
      line: start + linesBefore + 1,
      column: 1,
    }),
  ];
};

/** The line, from 0, at which the keys begin that a text begins with; -1 for none. */
const findKeys = (lines: readonly string[]): number => {
  const start = firstFilled(lines);
  if (start === -1) return -1;
  const first = MARKS.test(lines[start] ?? '') ? start + 1 : start;
  const end = lines.findIndex((line, index) => index > first && MARKS.test(line));
  const keys = lines
    .slice(first, end === -1 ? lines.length : end)
    .map((line) => line.replace(/^-{2,}[ \t]*(?=\w)/, ''))
    .filter((line) => !BESIDE_KEYS.test(line));
  if (keys.length > NEAR * 2 || !keys.every(looksLikeKey)) return -1;
  // A key with a capital may be part of a text: "Title: ...".
  const known = keys.filter((key) => /^["']?[a-z]/.test(key));
  return countKnownKeys(known.join('\n')) < 2 ? -1 : start;
};

/** A blank line, a line without letters and digits, or a code fence. */
const MARKS = /^(?:[^\p{L}\p{N}]*$|```|~~~)/u;

/** Comments, items of lists and indented lines. */
const BESIDE_KEYS = /^(?:#|\/\/|-[ \t]|[ \t])/;

const firstFilled = (lines: readonly string[]): number =>
  lines.findIndex((line) => line.trim() !== '');
