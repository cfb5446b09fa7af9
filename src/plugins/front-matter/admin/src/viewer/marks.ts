import type { Text, Range } from '@codemirror/state';
import { Decoration, type DecorationSet } from '@codemirror/view';
import { placeIn } from './place-in';

/** A place in a text; the first line and the first column are 1. */
export interface MarkedPlace {
  readonly line: number;
  readonly column: number | null;
}

const MARKED_LINE = Decoration.line({ class: 'file-marked-line' });
const MARKED_PLACE = Decoration.mark({ class: 'file-marked-place' });

/** Marks places in a text, with the lines that they are in; those that lie beyond it are left out. */
export const marksIn = (doc: Text, places: readonly MarkedPlace[]): DecorationSet => {
  const lines = new Map<number, Range<Decoration>>();
  const marks: Range<Decoration>[] = [];
  for (const { line, column } of places) {
    const place = placeIn(doc, line, column);
    if (place === null) continue;
    lines.set(place.lineStart, MARKED_LINE.range(place.lineStart));
    if (place.at !== null && place.end > place.at) {
      marks.push(MARKED_PLACE.range(place.at, place.end));
    }
  }
  return Decoration.set([...lines.values(), ...marks], true);
};
