import { type Issue, issueOf } from '../../../issue';
import { findEndAtBlank, findFence, isFence, isProse } from './fences';
import { contentAfter, findBlock } from './find-block';
import {
  BLANKS,
  countKnownKeys,
  isKnownKey,
  looksLikeKey,
  PLAIN_KEY,
} from '../../../read/header-syntax';
import { readCut } from './read-cut';
import { readBlock } from './read-block';
import type { TextResult } from './text-reading';
import { closedElsewhere, closeMissing, failed, openedElsewhere } from './text-issues';

const LEADING_BLANKS = /^[\s\ufeff]+(?=---[ \t]*\r?\n)/;
const OPENING = /^---[ \t]*\r?\n/;

/** Reads a header behind blank lines, which Jekyll does not see. */
export const readShifted = (text: string): TextResult | null => {
  const start = LEADING_BLANKS.exec(text)?.[0].length ?? 0;
  if (start === 0) return null;
  const block = findBlock(text.slice(start));
  if (
    !block ||
    !text
      .slice(start, start + block.yamlEnd)
      .split('\n')
      .some(looksLikeKey)
  )
    return null;
  const repair = issueOf('REPAIRED_BLANK_BEFORE_HEADER', {
    message: 'Blank lines stood before the front matter and were ignored. Remove them.',
    line: 1,
    column: 1,
    before: text.slice(0, start + 3),
    after: '---',
  });
  const result = readBlock(text, start, [repair]);
  return result?.ok === true && result.reading.data.size === 0 ? null : result;
};

/** Reads a file whose lines end in bare carriage returns: Jekyll sees one long line and no front matter. */
export const readBareReturns = (text: string): TextResult | null => {
  if (!/^---[ \t]*\r(?!\n)/.test(text) || text.includes('\n')) return null;
  const repair = issueOf('REPAIRED_LINE_ENDS', {
    message:
      'The lines end in bare carriage returns and were read as lines. Save the file with line feeds.',
    line: 1,
    column: 4,
  });
  return readBlock(text.replaceAll('\r', '\n'), 0, [repair]);
};

/** Invisible characters and comments before a header. */
const LEAD = new RegExp(
  `^(?:${BLANKS}|\\n|<!--[^]*?-->|\\{%-?[ ]*comment[ ]*-?%\\}[^]*?\\{%-?[ ]*endcomment[ ]*-?%\\}|\\{#.*#\\}|//.*\\n)*`
);

/** Reads a header whose lines of dashes Jekyll does not see: `----`, ` ---`, `—`, or text before them. */
export const readFenced = (text: string): TextResult | null => {
  const start = leadOf(text);
  const lines = text.slice(start).split('\n');
  const isOpen = isFence(lines[0] ?? '') || /^---[ \t]+#/.test(lines[0] ?? '');
  if (!isOpen && (!isKnownKey(lines[0] ?? '') || !PLAIN_KEY.test(lines[0] ?? ''))) return null;
  const from = isOpen ? 1 : 0;
  const end = findFence(lines, from + 1);
  if (end === -1) return null;
  const inside = lines.slice(from, end);
  if (countKnownKeys(inside.join('\n')) < (isOpen ? 1 : 2)) return null;
  const isInOne = inside.every((line) => line.trim() !== '');
  if (isOpen ? findEndAtBlank(inside) !== -1 : !isInOne) return null;
  const firstLine = text.slice(0, start).split('\n').length;
  const closing = lines[end] ?? '';
  const issues = [
    ...leadIssues(text, start),
    ...(isOpen && /^---[ \t\r]*$/.test(lines[0] ?? '')
      ? []
      : [openedElsewhere(firstLine, isOpen ? (lines[0] ?? '') : '')]),
    ...(/^---[ \t\r]*$/.test(closing) ? [] : [closedElsewhere(firstLine + end, closing)]),
  ];
  const fenceEnd = start + lines.slice(0, end + 1).join('\n').length;
  return readCut(text, {
    yaml: `---\n${inside.join('\n')}\n`,
    firstLine: isOpen ? firstLine : firstLine - 1,
    contentStart: contentAfter(text, fenceEnd),
    lead: issues,
  });
};

/** Where a header may begin. */
const leadOf = (text: string): number => {
  const lead = LEAD.exec(text)?.[0] ?? '';
  return lead.length;
};

const leadIssues = (text: string, start: number): Issue[] => {
  const lead = text.slice(0, start);
  if (lead === '') return [];
  if (lead.trim() === '') {
    const message = 'White space stood before the front matter and was ignored. Remove it.';
    return [issueOf('REPAIRED_BLANK_BEFORE_HEADER', { message, line: 1, column: 1 })];
  }
  const isComment = /[^\s\u00ad\u200b-\u200d\u2060\ufeff]/.test(lead);
  return [
    issueOf('REPAIRED_TEXT_BEFORE_HEADER', {
      message: `${isComment ? 'A comment' : 'An invisible character'} stood before the front matter, which the generator then takes for the body; it was ignored. Remove it.`,
      line: 1,
      column: 1,
      before: lead.slice(0, 200),
      after: '',
    }),
  ];
};

/** Reads a header without a closing line, which ends with its keys at a blank line. */
export const readUnclosed = (text: string): TextResult | null => {
  const start = LEADING_BLANKS.exec(text)?.[0].length ?? 0;
  const rest = text.slice(start);
  const opening = OPENING.exec(rest)?.[0].length;
  if (
    opening === undefined ||
    !/^(?:#.*\n)*[A-Za-z_][\w-]*[ \t]*:(?:\s|$)/.test(rest.slice(opening))
  ) {
    return null;
  }
  const blank = /\r?\n(?=[ \t]*(?:\r?\n|$))/.exec(rest.slice(opening - 1));
  const yamlEnd = blank ? opening - 1 + blank.index + blank[0].length : rest.length;
  const yaml = rest.slice(0, yamlEnd);
  if (countKnownKeys(yaml) === 0) return null;
  const lines = yaml.trimEnd().split('\n');
  const behind =
    rest
      .slice(yamlEnd)
      .split('\n')
      .find((line) => line.trim() !== '') ?? '';
  const isEnd = behind === '' || isProse(behind, lines[lines.length - 1] ?? '');
  const content = /^[ \t]*(?:\r?\n[ \t]*)*\n?/.exec(rest.slice(yamlEnd))?.[0] ?? '';
  const firstLine = text.slice(0, start).split('\n').length;
  const result = readCut(text, {
    yaml,
    firstLine,
    contentStart: start + yamlEnd + content.length,
    lead: [closeMissing(firstLine + lines.length)],
  });
  if (result.ok && isEnd) return result;
  return failed('FRONT_MATTER_UNCLOSED', 1, 1, {
    message:
      'The front matter has no closing line and does not end at a blank line either. Add a line of --- after it.',
  });
};
