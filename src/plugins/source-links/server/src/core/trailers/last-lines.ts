/** A line of a text, its ends in UTF-16 units, without line end and the blank space around it. */
export interface Line {
  readonly start: number;
  readonly end: number;
}

/** A line that is longer holds prose or markup, never just a link. */
const MAX_LINE_LENGTH = 4096;

/** Markdown takes a line that begins so for code, and code is no trailer. */
const CODE = /^(?: {0,3}\t| {4})/;

/**
 * The lines of a text that are not blank, from the last one upwards, for as long as they are short
 * enough to be links. Each character is looked at a few times at most.
 */
export function* lastLines(text: string): Generator<Line> {
  let end = endOfText(text, text.length);
  while (end > 0) {
    const from = Math.max(0, end - MAX_LINE_LENGTH - 1);
    const tail = text.slice(from, end);
    const lineEnd = Math.max(tail.lastIndexOf('\n'), tail.lastIndexOf('\r'));
    if (lineEnd === -1 && from > 0) return;
    const line = tail.slice(lineEnd + 1);
    const start = from + lineEnd + 1;
    yield { start: CODE.test(line) ? start : end - line.trimStart().length, end };
    end = endOfText(text, start);
  }
}

/**
 * Where the text before `from` ends when blank space at its end does not count: spaces of every
 * width, line ends, and the mark that some editors leave between joined files.
 */
export function endOfText(text: string, from: number): number {
  let end = from;
  while (end > 0 && isBlank(text.charCodeAt(end - 1))) end -= 1;
  return end;
}

/** Whether a place is the beginning of a paragraph: of a text, or below a blank line. */
export function beginsParagraph(text: string, at: number): boolean {
  const end = endOfText(text, at);
  return end === 0 || /(?:\n|\r(?!\n)).*(?:\n|\r(?!\n))/s.test(text.slice(end, at));
}

/** What `\s` stands for. */
function isBlank(unit: number): boolean {
  return unit < 128
    ? unit === 32 || (unit >= 9 && unit <= 13)
    : /\s/.test(String.fromCharCode(unit));
}
