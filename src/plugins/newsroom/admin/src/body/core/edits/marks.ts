import type { BodyLanguage } from '../../../../../core/body-language';
import { type Edit, type EditChange, keepSelection, type Span } from './edit';
import { BREAK, type Mark, markAround, TAGS } from './find-marks';

const SIGNS = { bold: '**', italic: '*', code: '`' } as const;

const PREFIX = /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)]|>|#{1,6})[ \t]+)*/u;

/** The parts of a selection that are marked one by one: a mark does not reach over the end of a block. */
const partsOf = (text: string, language: BodyLanguage, { from, to }: Span): Span[] => {
  const parts: Span[] = [];
  const add = (start: number, end: number): void => {
    const part = text.slice(start, end);
    const isLine = language === 'markdown' && (start === 0 || text[start - 1] === '\n');
    const head = isLine ? (PREFIX.exec(part)?.[0].length ?? 0) : /^\s*/u.exec(part)?.[0].length;
    const tail = /\s*$/u.exec(part)?.[0].length ?? 0;
    const trimmed = { from: start + (head ?? 0), to: end - tail };
    if (trimmed.from < trimmed.to) parts.push(trimmed);
  };
  let start = from;
  const breaks = language === 'markdown' ? /\n/gu : BREAK;
  for (const found of text.slice(from, to).matchAll(breaks)) {
    add(start, from + found.index);
    start = from + found.index + found[0].length;
  }
  add(start, to);
  return parts;
};

const LETTER = /[\p{L}\p{N}]/u;
const PUNCTUATION = /[\p{P}\p{S}]/u;

/** A part of a text, and the signs right before and after it. */
export interface Surrounded {
  readonly before: string | undefined;
  readonly part: string;
  readonly after: string | undefined;
}

/**
 * Whether signs of Markdown would be read as such around a part: beside a letter outside, what is inside of them must
 * not be punctuation, https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run. With Chinese that is common.
 */
export const isReadAsMark = ({ before, part, after }: Surrounded): boolean => {
  const outside = (sign: string | undefined): boolean => LETTER.test(sign ?? ' ');
  const inside = (sign: string | undefined): boolean => PUNCTUATION.test(sign ?? ' ');
  return !((outside(before) && inside(part[0])) || (outside(after) && inside(part.at(-1))));
};

const pairFor = (
  text: string,
  language: BodyLanguage,
  mark: Mark,
  part: Span
): readonly [string, string] => {
  const [tag] = TAGS[mark];
  if (language === 'markdown' && mark === 'code') {
    const runs = text.slice(part.from, part.to).match(/`+/gu) ?? [];
    if (runs.length === 0) return ['`', '`'];
    const fence = '`'.repeat(Math.max(...runs.map((run) => run.length)) + 1);
    return [`${fence} `, ` ${fence}`];
  }
  const around = {
    before: text[part.from - 1],
    part: text.slice(part.from, part.to),
    after: text[part.to],
  };
  if (language === 'markdown' && isReadAsMark(around)) return [SIGNS[mark], SIGNS[mark]];
  return [`<${tag}>`, `</${tag}>`];
};

/** Marks what is selected, or takes its mark away. */
export const toggleMark = (
  text: string,
  language: BodyLanguage,
  mark: Mark,
  selection: Span
): Edit => {
  const { from, to } = selection;
  if (from === to) {
    const [open, close] = pairFor(text, language, mark, { from, to: from });
    if (text.slice(from - open.length, from) === open && text.startsWith(close, from)) {
      const start = from - open.length;
      return {
        changes: [{ from: start, to: from + close.length, insert: '' }],
        selection: { from: start, to: start },
      };
    }
  }
  const around = markAround(text, language, mark, selection);
  if (around !== null) {
    return keepSelection(
      [around.open, around.close].map((place) => ({ ...place, insert: '' })),
      selection
    );
  }
  if (from === to) {
    const [open, close] = pairFor(text, language, mark, { from, to });
    const within = from + open.length;
    return {
      changes: [{ from, to, insert: open + close }],
      selection: { from: within, to: within },
    };
  }
  const changes = partsOf(text, language, selection).flatMap((part): EditChange[] => {
    const [open, close] = pairFor(text, language, mark, part);
    return [
      { from: part.from, to: part.from, insert: open },
      { from: part.to, to: part.to, insert: close, isBehind: true },
    ];
  });
  return keepSelection(changes, selection);
};
