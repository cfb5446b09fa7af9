import { bareKey, KEY_LINE, VALUE_LINE } from '../header-syntax';
import { isMendable, mendEntry } from './mend-header';
import { type Place, placeOf } from '../place';
import type { ReadYaml, YamlProblem } from '../yaml';
import { type Pieces, piecesOf, splitEntries } from './pieces';
import { adviseOnValue } from './advise-on-value';

/** What is wrong with a header, where, and what to write instead. */
export interface Explanation extends Place {
  readonly message: string;
}

/**
 * Says what keeps a header from being read: of the first entry that can neither be read by itself
 * nor mended, the line that is wrong. A parser notices a mistake only lines after it.
 *
 * @param yaml with its opening dashes; places count in it
 */
export function explainHeader(yaml: string, problem: YamlProblem, readYaml: ReadYaml): Explanation {
  const lines = yaml.replaceAll('\r\n', '\n').split('\n');
  const asParsed = at(
    yaml,
    problem.offset,
    `${sentence(problem.message)}. Correct it here, or above.`
  );
  if (!isMendable(yaml, lines)) return asParsed;
  const conflict = lines.findIndex((line) => /^(?:<{7}|={7}$|>{7}|\|{7})/.test(line));
  if (conflict !== -1) {
    const message =
      'The mark of a merge that was not finished stands here. Keep one of the two versions, and remove the marks.';
    return { line: conflict + 1, column: 1, message };
  }
  const pieces = piecesOf(yaml, readYaml);
  const wrong = splitEntries(lines, pieces).find(({ from, to }) => {
    const entry = lines.slice(from, to);
    return (
      !pieces.isEntry(entry) &&
      mendEntry(entry, { above: lines[from - 1] ?? '', below: lines.slice(to), pieces }) === null
    );
  });
  if (wrong === undefined) return asParsed;
  const entry = lines.slice(wrong.from, wrong.to);
  const found = explainEntry(entry, pieces);
  return found === null ? asParsed : { ...found, line: found.line + wrong.from + 1 };
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function at(yaml: string, offset: number, message: string): Explanation {
  return { ...placeOf(yaml, offset), message };
}

/** Lines count from 0 here. */
function explainEntry(entry: readonly string[], pieces: Pieces): Explanation | null {
  for (const [line, text] of entry.entries()) {
    if (text.trim() === '') continue;
    const message = explainLine(text, entry[line - 1] ?? null, pieces);
    if (message !== null) return { line, ...message };
  }
  const line = firstUnreadable(entry, pieces);
  const column = (entry[line] ?? '').search(/\S/) + 1;
  return { line, column: Math.max(column, 1), message: explainIndent(entry, line) };
}

/** Each is parsed: of a longer entry the last of so many lines has to do. */
const MAX_TRIED = 40;

/** The line with which the entry can no longer be read, whatever follows. */
function firstUnreadable(entry: readonly string[], pieces: Pieces): number {
  for (let end = Math.min(entry.length - 1, MAX_TRIED); end > 0; end -= 1) {
    if (pieces.isEntry(entry.slice(0, end))) return end;
  }
  return 0;
}

function explainIndent(entry: readonly string[], line: number): string {
  const text = (entry[line] ?? '').trimStart();
  const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  return KEY_LINE.test(text) || text.startsWith('- ')
    ? `"${shown}" is indented unlike its neighbours, or stands below a key that has a value already. Indent what belongs together alike, by blanks.`
    : `"${shown}" does not go on with what stands above it. Indent it like its neighbours, or put the whole value on one line.`;
}

function explainLine(
  text: string,
  above: string | null,
  pieces: Pieces
): { column: number; message: string } | null {
  if (/^ *\t/.test(text)) {
    const message =
      'A tab indents this line, where YAML takes blanks only. Write two blanks for it.';
    return { column: text.indexOf('\t') + 1, message };
  }
  const trimmed = text.trim();
  const isKeyless = /^[^\s#-]/.test(text) && !KEY_LINE.test(text) && !/^[\]}]/.test(text);
  if (isKeyless && (above === null || !opensMore(above)))
    return { column: 1, message: keyless(trimmed) };
  if (pieces.isReadable([trimmed])) return null;
  const [, indent = '', key, value = ''] = VALUE_LINE.exec(text.trimEnd()) ?? [];
  if (value === '') return null;
  const name = key === undefined ? null : bareKey(key);
  return { column: text.indexOf(value, indent.length) + 1, message: adviseOnValue(name, value) };
}

/** A quote or bracket that is left open takes the lines below, too. */
const opensMore = (above: string): boolean => /:[ \t]+(?:"[^"]*|'[^']*|[[{][^\]}]*)$/.test(above);

function keyless(text: string): string {
  const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  const [, key, value = ''] = /^([\w-]+)[ \t]*=[ \t]*(.*)$/.exec(text) ?? [];
  if (key !== undefined) return `"${shown}" has "=" where YAML wants ":". Write ${key}: ${value}`;
  return `"${shown}" is no "key: value" line. If it goes on with the line above, indent it by two blanks; if it is a comment, put # in front; if the body begins here, put a line of --- before it.`;
}
