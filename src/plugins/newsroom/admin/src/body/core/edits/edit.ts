import type { PlaceChange } from '../smallest-change';

/** What is selected of a text; a cursor where both are the same. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A change of a command's. */
export interface EditChange extends PlaceChange {
  /** Whether what is put in comes behind a cursor that is right there. */
  readonly isBehind?: boolean;
}

/** What a command does to a text: some places change, by the offsets that the text has before, and in their order. */
export interface Edit {
  readonly changes: readonly EditChange[];
  /** What is selected afterwards. */
  readonly selection: Span;
}

/** Where a place of a text is after some changes. */
const placeAfter = (changes: readonly EditChange[], at: number): number => {
  let moved = at;
  for (const { from, to, insert, isBehind } of changes) {
    if (from > at || (from === at && isBehind === true)) continue;
    moved += to <= at ? insert.length - (to - from) : from - at;
  }
  return moved;
};

/** An edit that leaves selected what was selected, without what is put in around it. */
export const keepSelection = (changes: readonly EditChange[], { from, to }: Span): Edit => {
  const ordered = [...changes].sort((one, other) => one.from - other.from || one.to - other.to);
  const start = placeAfter(ordered, from);
  return {
    changes: ordered,
    selection: { from: start, to: Math.max(start, placeAfter(ordered, to)) },
  };
};

/** The beginning of the line of a place. */
export const lineStart = (text: string, at: number): number =>
  at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;

/** The end of the line of a place. */
export const lineEnd = (text: string, at: number): number => {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
};

/** The lines that are selected, in part or whole; not one whose very beginning a selection ends at. */
export const linesOf = (text: string, { from, to }: Span): Span[] => {
  const last = to > from && to === lineStart(text, to) ? to - 1 : to;
  const lines: Span[] = [];
  for (let at = lineStart(text, from); at <= last;) {
    const end = lineEnd(text, at);
    lines.push({ from: at, to: end });
    at = end + 1;
  }
  return lines;
};

/** Those of some lines that have anything in them; all of them where none has. */
export const filledLines = (text: string, lines: readonly Span[]): readonly Span[] => {
  const filled = lines.filter(({ from, to }) => text.slice(from, to).trim() !== '');
  return filled.length > 0 ? filled : lines;
};
