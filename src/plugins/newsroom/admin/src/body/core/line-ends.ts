/** What ends a line. */
export type LineEnd = '\n' | '\r\n' | '\r';

/** A text as an editor has it, with one sign for each line end, and what its lines really end in. */
export interface Lines {
  readonly text: string;
  /** One for each line end of the text, in their order. */
  readonly ends: readonly LineEnd[];
}

const END = /\r\n?|\n/gu;

/** Takes a text apart, so that {@link writeLines} makes the same of it again. */
export const readLines = (original: string): Lines => ({
  text: original.replaceAll(END, '\n'),
  ends: (original.match(END) ?? []) as readonly string[] as readonly LineEnd[],
});

/** The text with its own line ends. */
export const writeLines = ({ text, ends }: Lines): string => {
  if (ends.every((end) => end === '\n')) return text;
  return text
    .split('\n')
    .map((line, at) => line + (ends[at] ?? ''))
    .join('');
};

/** Where line ends are taken away or put in. */
export interface LineChange {
  /** The line, from 0, that it begins in. */
  readonly line: number;
  readonly removed: number;
  readonly added: number;
}

/** What new lines end in: what those end in that they stand for, or else the lines beside them. */
export const endsOfNewLines = (
  ends: readonly LineEnd[],
  { line, removed, added }: LineChange
): LineEnd[] => {
  const gone = ends.slice(line, line + removed);
  const usual = gone.at(-1) ?? ends[line] ?? ends[line - 1] ?? '\n';
  return Array.from({ length: added }, (_, at) => gone[at] ?? usual);
};

/**
 * Keeps a new line end from being read as one with its neighbour: `\r` and `\n` without anything between them are one.
 *
 * @param before the end right before it, where the line between is empty
 * @param after the end right after it, where the line between is empty
 */
export const keepApart = (
  end: LineEnd,
  before: LineEnd | undefined,
  after: LineEnd | undefined
): LineEnd =>
  (before === '\r' && end === '\n') || (end === '\r' && after === '\n') ? '\r\n' : end;
