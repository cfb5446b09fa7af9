import { KEY_LINE } from '../header-syntax';
import type { ReadYaml, YamlProblem } from '../yaml';

/** Tells which pieces of a header a generator reads by themselves. */
export interface Pieces {
  /** Whether some lines are YAML. */
  isReadable(lines: readonly string[]): boolean;
  /** Whether the lines are an entry of a mapping, and no stray text that reads as YAML too. */
  isEntry(lines: readonly string[]): boolean;
  /** Whether a text is one item of a list in brackets. */
  isItem(text: string): boolean;
}

/** @param whole the header, in which an anchor may stand that a piece of it names */
export function piecesOf(whole: string, readYaml: ReadYaml): Pieces {
  const read = (text: string) => readYaml(`---\n${text}\n`);
  const isAnchored = ({ missingAnchor }: YamlProblem): boolean =>
    missingAnchor !== undefined && whole.includes(`&${missingAnchor}`);
  return {
    isReadable(lines) {
      const result = read(lines.join('\n'));
      return result.ok ? !result.isCut : isAnchored(result.problem);
    },
    isEntry(lines) {
      const result = read(lines.join('\n'));
      if (!result.ok) return isAnchored(result.problem);
      return !result.isCut && (result.value === null || result.value instanceof Map);
    },
    isItem(text) {
      const result = read(`[${text}]`);
      return result.ok && Array.isArray(result.value) && result.value.length === 1;
    },
  };
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** An entry is a line with a key at its start and all lines that belong to its value. */
export function splitEntries(lines: readonly string[], pieces: Pieces): readonly Span[] {
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
            (to) => closes(lines[to - 1] ?? '', mark) && pieces.isEntry(lines.slice(from, to))
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
