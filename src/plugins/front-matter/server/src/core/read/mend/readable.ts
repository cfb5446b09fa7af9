import { KEY_LINE } from '../header-syntax';
import { parseYaml } from '../../dialects/jekyll/psych/parse';

/** Whether some lines of a header are YAML by themselves. */
export function isReadable(lines: readonly string[], whole: string): boolean {
  const reading = parseYaml(`---\n${lines.join('\n')}\n`);
  if (reading.ok) return !reading.isCut;
  const anchor = /^there is no anchor "(.*)"$/.exec(reading.problem.message)?.[1];
  return anchor !== undefined && whole.includes(`&${anchor}`);
}

/** Whether the lines are an entry of a mapping, and no stray text that reads as YAML too. */
export function isEntry(lines: readonly string[], whole: string): boolean {
  const reading = parseYaml(`---\n${lines.join('\n')}\n`);
  if (!reading.ok) return isReadable(lines, whole);
  return !reading.isCut && (reading.value === null || reading.value instanceof Map);
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** An entry is a line with a key at its start and all lines that belong to its value. */
export function splitEntries(lines: readonly string[], whole: string): readonly Span[] {
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
            (to) => closes(lines[to - 1] ?? '', mark) && isEntry(lines.slice(from, to), whole)
          );
    entries.push({ from, to: ends[Math.max(last, 0)] ?? lines.length });
    at += Math.max(last, 0);
  }
  return entries;
}

/** More lines that look like keys no text in quotes has. */
const MAX_JOINED = 8;

/** A text in quotes may go on below, where its lines look like keys. */
const OPENS_QUOTE = /:[ \t]+(?:(?=(["']))(?:"[^"]*|'[^']*))$/;

const closes = (line: string, mark: string): boolean =>
  line.trimEnd().endsWith(mark) && line.indexOf(mark) === line.lastIndexOf(mark);
