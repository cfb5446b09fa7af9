/** As much of a text in lines as is asked for here. */
interface Lines {
  readonly lines: number;
  line(number: number): { readonly from: number; readonly to: number; readonly text: string };
}

/** Where a place is in a text, as offsets. */
export interface Place {
  readonly lineStart: number;
  /** The character that is meant; null for the whole line. */
  readonly at: number | null;
  readonly end: number;
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;

/**
 * Where a line and a column are in a text; null where the text ends before.
 *
 * @param line the first one is 1
 * @param column the first one is 1; what is beyond the line means its end
 */
export const placeIn = (text: Lines, line: number, column: number | null): Place | null => {
  if (line < 1 || line > text.lines) return null;
  const { from, to, text: content } = text.line(line);
  if (column === null) return { lineStart: from, at: null, end: to };
  const at = Math.min(from + Math.max(0, column - 1), to);
  const width = isHighSurrogate(content.charCodeAt(at - from)) ? 2 : 1;
  return { lineStart: from, at, end: Math.min(at + width, to) };
};
