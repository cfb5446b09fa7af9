import { CONTROL, KEY_LINE } from '../header-syntax';
import { LINE_REPAIRS } from './repair-entry';
import { columnAt, type Repair, type RepairedLines } from './repair';
import { hasStuckKey, isOfNames, repairLine } from './repair-line';
import { type SyntaxCheck, syntaxCheckOf } from './check-syntax';
import { splitEntries } from './split-entries';
import type { ReadYaml } from '../yaml';

export interface RepairedHeader {
  readonly yaml: string;
  readonly repairs: readonly Repair[];
}

/** Longer headers are not repaired, since each of their lines is parsed. */
const MAX_LENGTH = 16 * 1024;
const MAX_LINES = 300;

/**
 * Repairs a header that is not YAML, one entry at a time; an entry that can be read by itself is not
 * changed. Null where it is not clear what an entry means.
 *
 * @param yaml the header with its opening dashes, known not to be YAML
 */
export const repairHeader = (yaml: string, readYaml: ReadYaml): RepairedHeader | null => {
  const lines = yaml.replaceAll('\r\n', '\n').split('\n');
  if (!isRepairable(yaml, lines)) return null;
  const syntax = syntaxCheckOf(yaml, readYaml);
  const repairs: Repair[] = [];
  removeControls(lines, repairs);
  dedentFirst(lines, repairs);
  for (const { from, to } of splitEntries(lines, syntax)) {
    const entry = lines.slice(from, to);
    if (syntax.isEntry(entry) && !entry.some(hasStuckKey)) continue;
    const repaired = repairEntry(entry, {
      above: lines[from - 1] ?? '',
      below: lines.slice(to),
      syntax,
    });
    if (repaired === null) return null;
    lines.splice(from, to - from, ...repaired.lines);
    repairs.push(
      ...repaired.repairs.map((repair) => ({ ...repair, line: repair.line + from + 1 }))
    );
  }
  return repairs.length === 0 ? null : { yaml: lines.join('\n'), repairs };
};

export const isRepairable = (yaml: string, lines: readonly string[]): boolean =>
  yaml.length <= MAX_LENGTH && lines.length <= MAX_LINES;

/** Replaces page and line breaks within a line by spaces, and removes all other control characters. */
const removeControls = (lines: string[], repairs: Repair[]): void => {
  for (const [index, before] of lines.entries()) {
    const at = before.search(CONTROL);
    if (at === -1) continue;
    const after = before
      .replace(/[\u000b\u000c]/g, ' ')
      .replace(ALL_CONTROLS, '')
      .trimEnd();
    lines[index] = after;
    const column = columnAt(before, at);
    repairs.push({ code: 'REPAIRED_CONTROL', line: index + 1, column, field: null, before, after });
  }
};

const ALL_CONTROLS = new RegExp(CONTROL, 'g');

/** Removes the indent of the first lines, where the others have none: YAML would stop behind them. */
const dedentFirst = (lines: string[], repairs: Repair[]): void => {
  const [, indent = ''] = /^( +)[^\s#-]/.exec(lines[1] ?? '') ?? [];
  if (indent === '' || !lines.some((line, index) => index > 1 && KEY_LINE.test(line))) return;
  for (let index = 1; lines[index]?.startsWith(indent); index += 1) {
    const before = lines[index] ?? '';
    const after = before.slice(indent.length);
    lines[index] = after;
    repairs.push({
      code: 'REPAIRED_INDENT',
      line: index + 1,
      column: 1,
      field: null,
      before,
      after,
    });
  }
};

interface EntryContext {
  readonly above: string;
  readonly below: readonly string[];
  readonly syntax: SyntaxCheck;
}

/** Repairs single lines, what is wrong between lines, or both. */
export const repairEntry = (
  entry: readonly string[],
  context: EntryContext
): RepairedLines | null => {
  const unrepaired: RepairedLines = { lines: entry, repairs: [] };
  const byLine = repairLines(unrepaired, context);
  for (const start of byLine === null ? [unrepaired] : [byLine, unrepaired]) {
    if (start !== unrepaired && context.syntax.isEntry(start.lines)) return start;
    for (const repair of LINE_REPAIRS) {
      const together = repair(start.lines, context.syntax);
      if (together === null) continue;
      const both = { lines: together.lines, repairs: [...start.repairs, ...together.repairs] };
      if (context.syntax.isEntry(both.lines)) return both;
      const last = repairLines(both, context);
      if (last !== null && context.syntax.isEntry(last.lines)) return last;
    }
  }
  return null;
};

const repairLines = (
  entry: RepairedLines,
  { above, below, syntax }: EntryContext
): RepairedLines | null => {
  const lines = [...entry.lines];
  const repairs = [...entry.repairs];
  let ofNames = isOfNames(lines[0] ?? '');
  for (const [index, line] of lines.entries()) {
    const before = index === 0 ? above : (lines[index - 1] ?? '');
    if (/^\S/.test(line) && !line.startsWith('-')) ofNames = isOfNames(line);
    const repaired = repairLine(line, {
      before,
      below: [...lines.slice(index + 1), ...below],
      isOfNames: ofNames,
      syntax,
    });
    if (repaired === null) continue;
    lines[index] = repaired.text;
    repairs.push(...repaired.steps.map((step) => ({ ...step, line: index })));
  }
  return repairs.length === entry.repairs.length ? null : { lines, repairs };
};
