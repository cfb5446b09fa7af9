/** A line of a text, its ends in UTF-16 units, without line end and the space before that. */
export interface Line {
  readonly start: number;
  readonly end: number;
}

/** A line that is longer holds prose or markup, never just a link. */
const MAX_LINE_LENGTH = 4096;

/**
 * The lines of a text that are not blank, from the last one upwards, for as long as they are short
 * enough to be links. Each character is looked at once.
 */
export function* lastLines(text: string): Generator<Line> {
  let end = endOfText(text, text.length);
  while (end > 0) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    if (end - start > MAX_LINE_LENGTH) return;
    yield { start, end };
    end = endOfText(text, start);
  }
}

/** Where the text before `from` ends when blank space at its end does not count. */
export function endOfText(text: string, from: number): number {
  let end = from;
  while (end > 0 && ' \t\r\n'.includes(text[end - 1] ?? '')) end -= 1;
  return end;
}
