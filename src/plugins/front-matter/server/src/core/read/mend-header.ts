import type { IssueCode } from '../issue-codes';
import { mendValue } from './mend-value';
import { parseYaml } from './psych/parse';

export interface Mend {
  readonly code: IssueCode;
  /** Counts from 1, in the header. */
  readonly line: number;
  readonly column: number;
  readonly field: string | null;
  readonly before: string;
  readonly after: string;
}

export interface MendedHeader {
  readonly yaml: string;
  readonly mends: readonly Mend[];
}

/** Ends with no blank, so that a run of blanks is looked through once. */
const KEY = String.raw`(?:"[^"\n]*"|'[^'\n]*'|[^\s#'"&*!|>%@\x60[\]{},?:-](?:[^:#\n]*[^ \t:#\n])?)`;
const KEY_LINE = new RegExp(`^${KEY}[ \\t]*:(?:[ \\t]|$)`);
const VALUE_LINE = new RegExp(`^([ \\t]*(?:-[ \\t]+)*)(?:(${KEY})[ \\t]*:[ \\t]+)?(\\S.*)$`);
const STUCK_COLON =
  /^(layout|title|subtitle|date|categories|category|tags?|permalink|published|slug|author|excerpt|description)(?::(?=[^\s:])|[ \t]*：)[ \t]*(.*)$/;

/** Lists of names: an item there is a text, never a mapping. */
const LISTS_OF_NAMES = /^(?:categories|category|tags?|keywords)[ \t]*:/;

/** Mending parses every line by itself; a header that needs it is a writer's, not a database's. */
const MAX_LENGTH = 16 * 1024;
const MAX_LINES = 300;

/**
 * Mends a header that is not YAML, one entry at a time: an entry that can be read by itself stays
 * as it is, whatever is wrong elsewhere. Null where an entry's intent is not clear.
 *
 * @param yaml the header with its opening dashes, known not to be YAML
 */
export function mendHeader(yaml: string): MendedHeader | null {
  const lines = yaml.split('\n');
  if (yaml.length > MAX_LENGTH || lines.length > MAX_LINES) return null;
  const mends: Mend[] = [];
  for (const { from, to } of entriesOf(lines)) {
    if (isEntry(lines.slice(from, to), yaml)) continue;
    const holdsNames = LISTS_OF_NAMES.test(lines[from] ?? '');
    for (let index = from; index < to; index += 1) {
      const line = lines[index] ?? '';
      const mended = mendLine(line, { before: lines[index - 1] ?? '', holdsNames, yaml });
      if (mended === null) continue;
      lines[index] = mended.text;
      mends.push(...mended.steps.map((step) => ({ ...step, line: index + 1 })));
    }
    if (!isEntry(lines.slice(from, to), yaml)) return null;
  }
  return mends.length === 0 ? null : { yaml: lines.join('\n'), mends };
}

/** An entry is a line with a key at its start and all lines that belong to its value. */
function entriesOf(lines: readonly string[]): { from: number; to: number }[] {
  const starts = lines.flatMap((line, index) => (index > 0 && KEY_LINE.test(line) ? [index] : []));
  if (starts[0] !== 1) starts.unshift(1);
  return starts.map((from, index) => ({ from, to: starts[index + 1] ?? lines.length }));
}

/** Whether the lines are an entry of a mapping, and no stray text that reads as YAML too. */
function isEntry(lines: readonly string[], whole: string): boolean {
  const reading = parseYaml(`---\n${lines.join('\n')}\n`);
  if (!reading.ok) return isReadable(lines, whole);
  return !reading.isCut && (reading.value === null || reading.value instanceof Map);
}

function isReadable(lines: readonly string[], whole: string): boolean {
  const reading = parseYaml(`---\n${lines.join('\n')}\n`);
  if (reading.ok) return !reading.isCut;
  const anchor = /^there is no anchor "(.*)"$/.exec(reading.problem.message)?.[1];
  return anchor !== undefined && whole.includes(`&${anchor}`);
}

interface Surroundings {
  readonly before: string;
  readonly holdsNames: boolean;
  readonly yaml: string;
}

interface MendedLine {
  readonly text: string;
  readonly steps: readonly Omit<Mend, 'line'>[];
}

function mendLine(line: string, { before, holdsNames, yaml }: Surroundings): MendedLine | null {
  const steps: Omit<Mend, 'line'>[] = [];
  let text = line;
  const change = (code: IssueCode, after: string, column: number, field: string | null): void => {
    steps.push({ code, column, field, before: text, after });
    text = after;
  };
  const stuck = STUCK_COLON.exec(text);
  if (stuck) {
    const [, key = '', value = ''] = stuck;
    change('MENDED_COLON', `${key}: ${value}`, key.length + 1, key);
  }
  if (isReadable([text.replace(/^ +/, '')], yaml)) return steps.length > 0 ? { text, steps } : null;
  const untabbed = replaceTabs(text, before);
  if (untabbed !== text) change('MENDED_TAB', untabbed, text.indexOf('\t') + 1, null);
  if (isReadable([text.replace(/^ +/, '')], yaml)) return { text, steps };
  const quoted = mendValueOf(text, holdsNames);
  if (quoted !== null) {
    steps.push(quoted.step);
    text = quoted.text;
  }
  return steps.length > 0 ? { text, steps } : null;
}

function mendValueOf(
  line: string,
  holdsNames: boolean
): { text: string; step: Omit<Mend, 'line'> } | null {
  const [, indent = '', found, rest = ''] = VALUE_LINE.exec(line.trimEnd()) ?? [];
  const isItem = holdsNames && indent.includes('-');
  const key = isItem ? undefined : found;
  const value = isItem ? line.trimEnd().slice(indent.length) : rest;
  const mended = mendValue(key ?? null, value);
  if (mended === null) return null;
  const text = `${indent}${key === undefined ? '' : `${key}: `}${mended.value}`;
  const column = [...line.trimEnd().slice(0, -value.length)].length + 1;
  const field = key === undefined ? null : key.replace(/^["']|["']$/g, '');
  return { text, step: { code: mended.code, column, field, before: value, after: mended.value } };
}

/**
 * A tab in front of a line goes where the line above has a value of its own, and is two blanks
 * where it opens a list or a mapping; a tab between a dash and its item is one blank.
 */
function replaceTabs(line: string, before: string): string {
  const [lead = ''] = /^[ \t]*(?:-[ \t]+)*/.exec(line) ?? [];
  if (!lead.includes('\t')) return line;
  const isNested = /:[ \t]*$|^[ \t]+/.test(before.trimEnd());
  const indent = isNested ? lead.replace(/(-)[ \t]+/g, '$1 ').replaceAll('\t', '  ') : '';
  return indent + line.slice(isNested ? lead.length : lead.search(/[^ \t]|$/));
}
