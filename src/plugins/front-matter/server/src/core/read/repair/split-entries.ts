import { KEY_LINE } from '../header-syntax';
import type { SyntaxCheck } from './check-syntax';

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Splits a header into entries: a line that begins with a key, and all lines that belong to its value. */
export const splitEntries = (lines: readonly string[], syntax: SyntaxCheck): readonly Span[] => {
  const starts = lines.flatMap((line, index) => (index > 0 && KEY_LINE.test(line) ? [index] : []));
  if (starts[0] !== 1) starts.unshift(1);
  const entries: Span[] = [];
  for (let at = 0; at < starts.length; at += 1) {
    const from = starts[at] ?? 1;
    const ends = [
      ...starts.slice(at + 1, at + MAX_JOINED),
      starts[at + MAX_JOINED] ?? lines.length,
    ];
    const mark = OPENS_QUOTE.exec(lines[from] ?? '')?.[1];
    const last =
      mark === undefined
        ? 0
        : ends.findIndex(
            (to) => closes(lines[to - 1] ?? '', mark) && syntax.isEntry(lines.slice(from, to))
          );
    entries.push({ from, to: ends[Math.max(last, 0)] ?? lines.length });
    at += Math.max(last, 0);
  }
  return entries;
};

/** Lines that look like keys in one quoted text, at most. */
const MAX_JOINED = 8;

/** An unclosed quote: the text may continue below, in lines that look like keys. */
const OPENS_QUOTE = /:[ \t]+(?:(?=(["']))(?:"[^"]*|'[^']*))$/;

const closes = (line: string, mark: string): boolean =>
  line.trimEnd().endsWith(mark) && line.indexOf(mark) === line.lastIndexOf(mark);
