import type { Issue } from '../../../issue';
import { findEndAtBlank, findFence } from './fences';
import { contentAfter, findBlock } from './find-block';
import { type HeaderFailure, readAsGenerator, readOrMend } from './header-reading';
import { countKnownKeys, isKnownKey } from '../../../read/header-syntax';
import { keysInBody } from './misplaced';
import { asReading, type Cut, mendCut } from './read-cut';
import { closedElsewhere, closeMissing } from './text-issues';
import type { TextResult } from './text-reading';

/**
 * Reads the block that the generator would find from an offset on; null where there is none. As it
 * stands, it counts; where it is no YAML, its end may be an earlier one.
 */
export function readOwn(text: string, start: number, lead: readonly Issue[]): TextResult | null {
  const block = findBlock(text.slice(start));
  if (!block) return null;
  const yaml = text.slice(start, start + block.yamlEnd);
  const firstLine = text.slice(0, start).split('\n').length;
  const cut: Cut = { yaml, firstLine, contentStart: start + block.contentStart, lead };
  const read = readAsGenerator(yaml);
  if (read.ok && read.data.size > 0) return asReading(text, cut, read);
  if (read.ok) {
    const before = text.slice(0, cut.contentStart).split('\n').length - 1;
    const inBody = keysInBody(text.slice(cut.contentStart), before);
    return asReading(text, { ...cut, lead: [...lead, ...inBody] }, read);
  }
  return readClosedBefore(text, start, cut, 1) ?? mendUnlessClosed(text, start, cut, read);
}

function mendUnlessClosed(text: string, start: number, cut: Cut, read: HeaderFailure): TextResult {
  const mended = mendCut(text, cut, read);
  return mended.ok ? mended : (readClosedBefore(text, start, cut, Infinity) ?? mended);
}

/** A header that ends before the line that the generator takes for its end; null if none is there. */
function readClosedBefore(
  text: string,
  start: number,
  cut: Cut,
  maxIndent: number
): TextResult | null {
  const lines = cut.yaml.split('\n');
  const blank = findEndAtBlank(lines.slice(1, -1));
  const end = blank === -1 ? findFence(lines, 2, maxIndent) : blank + 1;
  // Keys below it are the header's as well.
  if (end === -1 || lines.slice(end + 1).some(isKnownKey)) return null;
  const yaml = `${lines.slice(0, end).join('\n')}\n`;
  if (countKnownKeys(yaml) === 0) return null;
  const read = readOrMend(yaml);
  if (!read.ok || read.isCut) return null;
  const line = cut.firstLine + end;
  const isMissing = blank !== -1;
  const issue = isMissing ? closeMissing(line) : closedElsewhere(line, lines[end] ?? '');
  const fenceEnd = start + yaml.length + (isMissing ? 0 : (lines[end] ?? '').length);
  const contentStart = contentAfter(text, fenceEnd);
  return asReading(text, { ...cut, yaml, contentStart, lead: [...cut.lead, issue] }, read);
}
