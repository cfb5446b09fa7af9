import { CONTROL, KEY_LINE } from '../header-syntax';
import { MENDS_OF_LINES } from './mend-entry';
import { columnAt, type Mend, type MendedLines } from './mend';
import { hasStuckKey, isOfNames, mendLine } from './mend-line';
import { type Pieces, piecesOf, splitEntries } from './pieces';
import type { ReadYaml } from '../yaml';

export interface MendedHeader {
  readonly yaml: string;
  readonly mends: readonly Mend[];
}

/** Mending parses every line by itself; a header that needs it is a writer's, not a database's. */
const MAX_LENGTH = 16 * 1024;
const MAX_LINES = 300;

/**
 * Mends a header that is not YAML, one entry at a time: an entry that can be read by itself stays
 * as it is, whatever is wrong elsewhere. Null where an entry's intent is not clear.
 *
 * @param yaml the header with its opening dashes, known not to be YAML
 */
export function mendHeader(yaml: string, readYaml: ReadYaml): MendedHeader | null {
  const lines = yaml.replaceAll('\r\n', '\n').split('\n');
  if (!isMendable(yaml, lines)) return null;
  const pieces = piecesOf(yaml, readYaml);
  const mends: Mend[] = [];
  removeControls(lines, mends);
  dedentFirst(lines, mends);
  for (const { from, to } of splitEntries(lines, pieces)) {
    const entry = lines.slice(from, to);
    if (pieces.isEntry(entry) && !entry.some(hasStuckKey)) continue;
    const mended = mendEntry(entry, {
      above: lines[from - 1] ?? '',
      below: lines.slice(to),
      pieces,
    });
    if (mended === null) return null;
    lines.splice(from, to - from, ...mended.lines);
    mends.push(...mended.mends.map((mend) => ({ ...mend, line: mend.line + from + 1 })));
  }
  return mends.length === 0 ? null : { yaml: lines.join('\n'), mends };
}

export const isMendable = (yaml: string, lines: readonly string[]): boolean =>
  yaml.length <= MAX_LENGTH && lines.length <= MAX_LINES;

/** A break of pages or lines within a line parts words; all other marks are no part of a text. */
function removeControls(lines: string[], mends: Mend[]): void {
  for (const [index, before] of lines.entries()) {
    const at = before.search(CONTROL);
    if (at === -1) continue;
    const after = before
      .replace(/[\u000b\u000c]/g, ' ')
      .replace(ALL_CONTROLS, '')
      .trimEnd();
    lines[index] = after;
    const column = columnAt(before, at);
    mends.push({ code: 'MENDED_CONTROL', line: index + 1, column, field: null, before, after });
  }
}

const ALL_CONTROLS = new RegExp(CONTROL, 'g');

/** Where only the first lines are indented, YAML takes the rest for another document. */
function dedentFirst(lines: string[], mends: Mend[]): void {
  const [, indent = ''] = /^( +)[^\s#-]/.exec(lines[1] ?? '') ?? [];
  if (indent === '' || !lines.some((line, index) => index > 1 && KEY_LINE.test(line))) return;
  for (let index = 1; lines[index]?.startsWith(indent); index += 1) {
    const before = lines[index] ?? '';
    const after = before.slice(indent.length);
    lines[index] = after;
    mends.push({ code: 'MENDED_INDENT', line: index + 1, column: 1, field: null, before, after });
  }
}

interface Around {
  readonly above: string;
  readonly below: readonly string[];
  readonly pieces: Pieces;
}

/** By its lines, by what is wrong between them, or by both. */
export function mendEntry(entry: readonly string[], around: Around): MendedLines | null {
  const unmended: MendedLines = { lines: entry, mends: [] };
  const byLine = mendLines(unmended, around);
  for (const start of byLine === null ? [unmended] : [byLine, unmended]) {
    if (start !== unmended && around.pieces.isEntry(start.lines)) return start;
    for (const mend of MENDS_OF_LINES) {
      const together = mend(start.lines, around.pieces);
      if (together === null) continue;
      const both = { lines: together.lines, mends: [...start.mends, ...together.mends] };
      if (around.pieces.isEntry(both.lines)) return both;
      const last = mendLines(both, around);
      if (last !== null && around.pieces.isEntry(last.lines)) return last;
    }
  }
  return null;
}

function mendLines(entry: MendedLines, { above, below, pieces }: Around): MendedLines | null {
  const lines = [...entry.lines];
  const mends = [...entry.mends];
  let ofNames = isOfNames(lines[0] ?? '');
  for (const [index, line] of lines.entries()) {
    const before = index === 0 ? above : (lines[index - 1] ?? '');
    if (/^\S/.test(line) && !line.startsWith('-')) ofNames = isOfNames(line);
    const mended = mendLine(line, {
      before,
      below: [...lines.slice(index + 1), ...below],
      isOfNames: ofNames,
      pieces,
    });
    if (mended === null) continue;
    lines[index] = mended.text;
    mends.push(...mended.steps.map((step) => ({ ...step, line: index })));
  }
  return mends.length === entry.mends.length ? null : { lines, mends };
}
