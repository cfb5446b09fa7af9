/** A text, cut as Jekyll cuts it. */
export interface FrontMatterBlock {
  /** Where the closing line begins; the text before it is the YAML, opening dashes included. */
  readonly yamlEnd: number;
  /** Where the content begins. */
  readonly contentStart: number;
}

const OPENING = /^---[ \t\r\f\v]*\n/;
const CLOSING = /^(?:---|\.\.\.)[ \t\r\f\v]*(?:\n|$)/;
const CLOSING_AFTER_BREAK = /\n(?=(?:---|\.\.\.)[ \t\r\f\v]*(?:\n|$))/;
const BLANK = /[^ \t\r\n\f\v]/;

/**
 * Finds the front matter of a text by Jekyll's own rule, `Document::YAML_FRONT_MATTER_REGEXP`:
 * dashes on the very first line, closed by a line of `---` or `...`, white space after either allowed.
 * The blank lines after the closing line belong to it. Null where the text has no front matter.
 */
export const findBlock = (text: string): FrontMatterBlock | null => {
  const opening = OPENING.exec(text);
  if (!opening) return null;
  const first = opening[0].length;
  const yamlEnd = closesAt(text, first);
  if (yamlEnd === null) return null;
  return { yamlEnd, contentStart: contentAfter(text, yamlEnd + 3) };
};

const closesAt = (text: string, first: number): number | null => {
  const rest = text.slice(first);
  if (CLOSING.test(rest)) return first;
  const found = CLOSING_AFTER_BREAK.exec(rest);
  return found ? first + found.index + 1 : null;
};

/** The start of the first line that is not blank, seen from the end of the closing marker. */
export const contentAfter = (text: string, from: number): number => {
  const offset = text.slice(from).search(BLANK);
  if (offset === -1) return text.length;
  return text.lastIndexOf('\n', from + offset - 1) + 1;
};
