import { bareKey, KEY_LINE, VALUE_LINE } from '../header-syntax';
import { isRepairable, repairEntry } from './repair-header';
import { type Place, placeOf } from '../place';
import type { ReadYaml, YamlProblem } from '../yaml';
import { type SyntaxCheck, syntaxCheckOf } from './check-syntax';
import { splitEntries } from './split-entries';
import { adviseOnValue } from './advise-on-value';

/** What is wrong with a header, where, and what to write. */
export interface Explanation extends Place {
  readonly message: string;
}

/**
 * Finds the mistake in a header: the wrong line of the first entry that can neither be read by itself nor
 * repaired. A parser would report a line behind it.
 *
 * @param yaml with its opening dashes; places count in it
 */
export const explainHeader = (
  yaml: string,
  problem: YamlProblem,
  readYaml: ReadYaml
): Explanation => {
  const lines = yaml.replaceAll('\r\n', '\n').split('\n');
  const asParsed = at(
    yaml,
    problem.offset,
    `${sentence(problem.message)}. Correct it here, or above.`
  );
  if (!isRepairable(yaml, lines)) return asParsed;
  const conflict = lines.findIndex((line) => /^(?:<{7}|={7}$|>{7}|\|{7})/.test(line));
  if (conflict !== -1) {
    const message =
      'This is the mark of an unfinished merge. Keep one of the two versions, and remove the marks.';
    return { line: conflict + 1, column: 1, message };
  }
  const syntax = syntaxCheckOf(yaml, readYaml);
  const wrong = splitEntries(lines, syntax).find(({ from, to }) => {
    const entry = lines.slice(from, to);
    return (
      !syntax.isEntry(entry) &&
      repairEntry(entry, { above: lines[from - 1] ?? '', below: lines.slice(to), syntax }) === null
    );
  });
  if (wrong === undefined) return asParsed;
  const entry = lines.slice(wrong.from, wrong.to);
  const found = explainEntry(entry, syntax);
  return found === null ? asParsed : { ...found, line: found.line + wrong.from + 1 };
};

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const at = (yaml: string, offset: number, message: string): Explanation => ({
  ...placeOf(yaml, offset),
  message,
});

/** Lines of the result count from 0. */
const explainEntry = (entry: readonly string[], syntax: SyntaxCheck): Explanation | null => {
  for (const [line, text] of entry.entries()) {
    if (text.trim() === '') continue;
    const message = explainLine(text, entry[line - 1] ?? null, syntax);
    if (message !== null) return { line, ...message };
  }
  const line = firstUnreadable(entry, syntax);
  const column = (entry[line] ?? '').search(/\S/) + 1;
  return { line, column: Math.max(column, 1), message: explainIndent(entry, line) };
};

/** Lines of an entry that are tried: each takes a run of the parser. */
const MAX_TRIED = 40;

/** The first line with which the entry cannot be read any more. */
const firstUnreadable = (entry: readonly string[], syntax: SyntaxCheck): number => {
  for (let end = Math.min(entry.length - 1, MAX_TRIED); end > 0; end -= 1) {
    if (syntax.isEntry(entry.slice(0, end))) return end;
  }
  return 0;
};

const explainIndent = (entry: readonly string[], line: number): string => {
  const text = (entry[line] ?? '').trimStart();
  const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  return KEY_LINE.test(text) || text.startsWith('- ')
    ? `"${shown}" is not indented like its neighbours, or is below a key that has a value already. Indent lines that belong together alike, by spaces.`
    : `"${shown}" does not continue the line above it. Indent it like its neighbours, or put the whole value on one line.`;
};

const explainLine = (
  text: string,
  above: string | null,
  syntax: SyntaxCheck
): { column: number; message: string } | null => {
  if (/^ *\t/.test(text)) {
    const message =
      'A tab indents this line, where YAML takes spaces only. Write two spaces for it.';
    return { column: text.indexOf('\t') + 1, message };
  }
  const trimmed = text.trim();
  const isKeyless = /^[^\s#-]/.test(text) && !KEY_LINE.test(text) && !/^[\]}]/.test(text);
  if (isKeyless && (above === null || !opensMore(above)))
    return { column: 1, message: keyless(trimmed) };
  if (syntax.isReadable([trimmed])) return null;
  const [, indent = '', key, value = ''] = VALUE_LINE.exec(text.trimEnd()) ?? [];
  if (value === '') return null;
  const name = key === undefined ? null : bareKey(key);
  return { column: text.indexOf(value, indent.length) + 1, message: adviseOnValue(name, value) };
};

/** Whether a quote or bracket is left open, so that the lines below belong to it. */
const opensMore = (above: string): boolean => /:[ \t]+(?:"[^"]*|'[^']*|[[{][^\]}]*)$/.test(above);

const keyless = (text: string): string => {
  const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  const [, key, value = ''] = /^([\w-]+)[ \t]*=[ \t]*(.*)$/.exec(text) ?? [];
  if (key !== undefined) return `"${shown}" has "=" where YAML expects ":". Write ${key}: ${value}`;
  return `"${shown}" is not a "key: value" line. If it continues the line above, indent it by two spaces; if it is a comment, put # in front; if the body begins here, put a line of --- before it.`;
};
