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

const KEY_LINE = /^([^\s#'"&*!|>%@`[\]{},?:-][^:#\n]*?)[ \t]*:(?:[ \t]|$)/;
const VALUE_LINE = /^([ \t]*(?:-[ \t]+)*)(?:([^\s'"[{#&*!|>%@`-][^:\n]*?):[ \t]+)?(\S.*)$/;

/**
 * Mends a header that is not YAML, one entry at a time: an entry that can be read by itself stays
 * as it is, whatever is wrong elsewhere. Null where an entry's intent is not clear.
 *
 * @param yaml the header with its opening dashes, known not to be YAML
 */
export function mendHeader(yaml: string): MendedHeader | null {
  const lines = yaml.split('\n');
  const mends: Mend[] = [];
  for (const { from, to } of entriesOf(lines)) {
    if (isReadable(lines.slice(from, to), yaml)) continue;
    for (let index = from; index < to; index += 1) {
      const line = lines[index] ?? '';
      if (isReadable([line.replace(/^ +/, '')], yaml)) continue;
      const mended = mendLine(line);
      if (mended === null) continue;
      lines[index] = mended.text;
      mends.push(...mended.steps.map((step) => ({ ...step, line: index + 1 })));
    }
    if (!isReadable(lines.slice(from, to), yaml)) return null;
  }
  return mends.length === 0 ? null : { yaml: lines.join('\n'), mends };
}

/** An entry is a line with a key at its start and all lines that belong to its value. */
function entriesOf(lines: readonly string[]): { from: number; to: number }[] {
  const starts = lines.flatMap((line, index) => (index > 0 && KEY_LINE.test(line) ? [index] : []));
  if (starts[0] !== 1) starts.unshift(1);
  return starts.map((from, index) => ({ from, to: starts[index + 1] ?? lines.length }));
}

function isReadable(lines: readonly string[], whole: string): boolean {
  const reading = parseYaml(`---\n${lines.join('\n')}\n`);
  if (reading.ok) return true;
  const anchor = /^there is no anchor "(.*)"$/.exec(reading.problem.message)?.[1];
  return anchor !== undefined && whole.includes(`&${anchor}`);
}

interface MendedLine {
  readonly text: string;
  readonly steps: readonly Omit<Mend, 'line'>[];
}

function mendLine(line: string): MendedLine | null {
  const untabbed = replaceTabs(line);
  const steps: Omit<Mend, 'line'>[] = [];
  if (untabbed !== line) {
    const column = line.indexOf('\t') + 1;
    steps.push({ code: 'MENDED_TAB', column, field: null, before: line, after: untabbed });
  }
  if (isReadable([untabbed.replace(/^ +/, '')], '')) return { text: untabbed, steps };
  const [, indent = '', key, value = ''] = VALUE_LINE.exec(untabbed.replace(/\s+$/, '')) ?? [];
  const mended = mendValue(key ?? null, value);
  if (mended === null) return steps.length > 0 ? { text: untabbed, steps } : null;
  const text = `${indent}${key === undefined ? '' : `${key}: `}${mended.value}`;
  const column = [...untabbed.slice(0, untabbed.length - untabbed.trimEnd().length + untabbed.lastIndexOf(value))].length + 1;
  steps.push({ code: mended.code, column, field: key ?? null, before: value, after: mended.value });
  return { text, steps };
}

/** Two blanks for a tab in front of a line, one for a tab between a marker and what it marks. */
function replaceTabs(line: string): string {
  const [lead = ''] = /^[ \t]*(?:-[ \t]+)*/.exec(line) ?? [];
  return lead.replace(/-[ \t]*\t[ \t]*/g, '- ').replaceAll('\t', '  ') + line.slice(lead.length);
}
