import {
  type Edit,
  type EditChange,
  filledLines,
  keepSelection,
  lineEnd,
  lineStart,
  linesOf,
  type Span,
} from './edit';

const HEADING = /^ {0,3}(#{1,6})[ \t]+/u;
const QUOTE = /^ {0,3}>[ \t]?/u;
const ITEM = /^([ \t]*)(?:([-*+])|\d{1,9}[.)])[ \t]+/u;

const of = (text: string, { from, to }: Span): string => text.slice(from, to);

/** The level of the heading that a place is in; null where it is in none. */
export const headingAt = (text: string, at: number): number | null =>
  HEADING.exec(text.slice(lineStart(text, at), lineEnd(text, at)))?.[1]?.length ?? null;

/** Whether a place is in a quotation. */
export const isQuoted = (text: string, at: number): boolean =>
  QUOTE.test(text.slice(lineStart(text, at), lineEnd(text, at)));

/** The kind of list that a place is in. */
export const listAt = (text: string, at: number): 'bullets' | 'numbers' | null => {
  const item = ITEM.exec(text.slice(lineStart(text, at), lineEnd(text, at)));
  if (item === null) return null;
  return item[2] === undefined ? 'numbers' : 'bullets';
};

/** Makes headings of the selected lines, or text again of those that are such headings. */
export const toggleHeading = (text: string, level: number, selection: Span): Edit => {
  const lines = filledLines(text, linesOf(text, selection));
  const isOn = lines.every(({ from }) => headingAt(text, from) === level);
  const sign = isOn ? '' : `${'#'.repeat(level)} `;
  const changes = lines.map((line): EditChange => {
    const before = HEADING.exec(of(text, line))?.[0].length ?? 0;
    return { from: line.from, to: line.from + before, insert: sign };
  });
  return keepSelection(changes, selection);
};

/** Makes a quotation of the selected lines, or text again of one. */
export const toggleQuote = (text: string, selection: Span): Edit => {
  const lines = linesOf(text, selection);
  const isOn = filledLines(text, lines).every(({ from }) => isQuoted(text, from));
  const changes = lines.map((line): EditChange => {
    const before = isOn ? (QUOTE.exec(of(text, line))?.[0].length ?? 0) : 0;
    return { from: line.from, to: line.from + before, insert: isOn ? '' : '> ' };
  });
  return keepSelection(changes, selection);
};

/** Makes a list of the selected lines, or text again of one. */
export const toggleList = (text: string, kind: 'bullets' | 'numbers', selection: Span): Edit => {
  const lines = filledLines(text, linesOf(text, selection));
  const isOn = lines.every(({ from }) => listAt(text, from) === kind);
  const changes = lines.map((line, at): EditChange => {
    const item = ITEM.exec(of(text, line));
    const indent = (item?.[1] ?? /^[ \t]*/u.exec(of(text, line))?.[0] ?? '').length;
    const sign = kind === 'bullets' ? '- ' : `${at + 1}. `;
    return {
      from: line.from + indent,
      to: line.from + (item?.[0].length ?? indent),
      insert: isOn ? '' : sign,
    };
  });
  return keepSelection(changes, selection);
};

const FENCE = /^ {0,3}(`{3,}|~{3,})/u;

/** Puts the selected lines between fences, as code, or takes the fences around them away. */
export const toggleFence = (text: string, selection: Span): Edit => {
  const lines = linesOf(text, selection);
  const from = lines[0]?.from ?? selection.from;
  const to = lines.at(-1)?.to ?? selection.to;
  const before = from > 0 ? lineStart(text, from - 1) : from;
  const after = to < text.length ? lineEnd(text, to + 1) : to;
  if (
    before < from &&
    after > to &&
    FENCE.test(text.slice(before, from)) &&
    FENCE.test(text.slice(to + 1, after))
  ) {
    return keepSelection(
      [
        { from: before, to: from, insert: '' },
        { from: to, to: after, insert: '' },
      ],
      selection
    );
  }
  const runs = text.slice(from, to).match(/`{3,}/gu) ?? [];
  const fence = '`'.repeat(Math.max(2, ...runs.map((run) => run.length)) + 1);
  return keepSelection(
    [
      { from, to: from, insert: `${fence}\n` },
      { from: to, to, insert: `\n${fence}`, isBehind: true },
    ],
    selection
  );
};

/** What Enter does at the end of an item of a list or of a quotation. */
export interface Continued {
  /** What is put in, or instead of the line's sign where there is nothing behind it. */
  readonly insert: string;
  readonly from: number;
}

/** Goes on with a list or a quotation, or ends it where its last item is empty; null where there is none. */
export const continueBlock = (line: string, at: number): Continued | null => {
  const sign = (/^(?: {0,3}>[ \t]?)+/u.exec(line) ?? ITEM.exec(line))?.[0];
  if (sign === undefined || at < sign.length) return null;
  if (line.slice(sign.length).trim() === '') return { insert: '', from: 0 };
  const next = sign.replace(/\d{1,9}/u, (number) => String(Number(number) + 1));
  return { insert: `\n${next}`, from: at };
};
