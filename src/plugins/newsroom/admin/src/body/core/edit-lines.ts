import { endsOfNewLines, readLines, writeLines } from './line-ends';
import { smallestChange } from './smallest-change';

const countEnds = (text: string): number => text.split('\n').length - 1;

/**
 * A text as it was edited in a field that makes all line ends alike, as those of browsers do: with its own line ends
 * wherever it was not edited.
 */
export const editLines = (original: string, edited: string): string => {
  const { text, ends } = readLines(original);
  const after = readLines(edited).text;
  const change = smallestChange(text, after);
  if (change === null) return original;
  const { from, to, insert } = change;
  const line = countEnds(text.slice(0, from));
  const removed = countEnds(text.slice(from, to));
  const made = endsOfNewLines(ends, { line, removed, added: countEnds(insert) });
  return writeLines({
    text: after,
    ends: [...ends.slice(0, line), ...made, ...ends.slice(line + removed)],
  });
};
