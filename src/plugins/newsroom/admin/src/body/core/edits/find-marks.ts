import { BLOCK_PATTERN } from '../../../../../core/block-tags';
import type { BodyLanguage } from '../../../../../core/body-language';
import type { Span } from './edit';

/** What a part of a paragraph is marked as. */
export type Mark = 'bold' | 'italic' | 'code';

/** The two signs that a marked part stands between, as they are in a text. */
interface Marked {
  readonly open: Span;
  readonly close: Span;
}

/** By mark: the tags that make it; the first is what is written. */
export const TAGS: Readonly<Record<Mark, readonly [string, ...string[]]>> = {
  bold: ['strong', 'b'],
  italic: ['em', 'i'],
  code: ['code'],
};

/** Where a paragraph or block begins or ends. */
export const BREAK = new RegExp(`\\n[ \\t]*\\n|</?${BLOCK_PATTERN}(?:[\\s/][^<>]*)?>`, 'giu');

/** How far around a selection marks are looked for. */
const REACH = 10_000;

/** The paragraph around a selection. */
const paragraphAround = (text: string, { from, to }: Span): Span => {
  const start = Math.max(0, from - REACH);
  const paragraph = { from: start, to: Math.min(text.length, to + REACH) };
  for (const found of text.slice(start, paragraph.to).matchAll(BREAK)) {
    const begin = start + found.index;
    const end = begin + found[0].length;
    if (end <= from) paragraph.from = end;
    else if (begin >= to) return { ...paragraph, to: begin };
  }
  return paragraph;
};

const tagged = (text: string, within: Span, mark: Mark): Marked[] => {
  const found: Marked[] = [];
  for (const tag of TAGS[mark]) {
    let open: Span | null = null;
    const tags = new RegExp(`<(/?)${tag}(?:\\s[^<>]*)?>`, 'giu');
    for (const match of text.slice(within.from, within.to).matchAll(tags)) {
      const from = within.from + match.index;
      const place = { from, to: from + match[0].length };
      if (match[1] === '') open ??= place;
      else if (open !== null) {
        found.push({ open, close: place });
        open = null;
      }
    }
  }
  return found;
};

/** How many signs of a run make a mark: of three, two are bold and one is italic. */
const sizeIn = (run: string, mark: Mark): number => {
  if (mark === 'code') return run.length;
  if (mark === 'bold') return run.length === 2 || run.length === 3 ? 2 : 0;
  return run.length === 1 || run.length === 3 ? 1 : 0;
};

const signed = (text: string, within: Span, mark: Mark): Marked[] => {
  const found: Marked[] = [];
  for (const runs of mark === 'code' ? [/`+/gu] : [/\*+/gu, /_+/gu]) {
    let open: Span | null = null;
    let length = 0;
    for (const match of text.slice(within.from, within.to).matchAll(runs)) {
      const from = within.from + match.index;
      const to = from + match[0].length;
      const size = sizeIn(match[0], mark);
      const isClose = open !== null && /\S/u.test(text[from - 1] ?? ' ');
      if (
        size === 0 ||
        text[from - 1] === '\\' ||
        (mark === 'code' && isClose && size !== length)
      ) {
        continue;
      }
      // Between the outer sign of one mark and the text stands the other's.
      if (isClose && open !== null) {
        found.push({ open, close: { from, to: from + size } });
        open = null;
      } else if (/\S/u.test(text[to] ?? ' ')) {
        open = { from: to - size, to };
        length = size;
      }
    }
  }
  return found;
};

/** What marks a selection as a whole; null where nothing does. */
export const markAround = (
  text: string,
  language: BodyLanguage,
  mark: Mark,
  selection: Span
): Marked | null => {
  const { from, to } = selection;
  const within = paragraphAround(text, selection);
  const marks = [
    ...tagged(text, within, mark),
    ...(language === 'markdown' ? signed(text, within, mark) : []),
  ];
  return (
    marks.find(({ open, close }) =>
      from === to
        ? open.to <= from && from <= close.from
        : open.from <= from &&
          to <= close.to &&
          // What reaches beyond it on one side alone is no part of it.
          from < close.from &&
          to > open.to
    ) ?? null
  );
};
