import type { Issue } from '../../../issue';
import { findEndAtBlank, findFence } from './fences';
import { contentAfter, findBlock } from './find-block';
import { type HeaderFailure, readAsGenerator, readOrRepair } from './header-reading';
import { countKnownKeys, isKnownKey } from '../../../read/header-syntax';
import { keysInBody } from './misplaced-header';
import { asReading, type Cut, repairCut } from './read-cut';
import { closedElsewhere, closeMissing } from './text-issues';
import type { TextResult } from './text-reading';

/**
 * Reads the block that the generator finds from an offset on; null where there is none. A block that is
 * YAML is taken as it is; one that is not may end earlier than the generator thinks.
 */
export const readBlock = (
  text: string,
  start: number,
  lead: readonly Issue[]
): TextResult | null => {
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
  return readClosedBefore(text, start, cut, 1) ?? repairUnlessClosed(text, start, cut, read);
};

const repairUnlessClosed = (
  text: string,
  start: number,
  cut: Cut,
  read: HeaderFailure
): TextResult => {
  const repaired = repairCut(text, cut, read);
  return repaired.ok ? repaired : (readClosedBefore(text, start, cut, Infinity) ?? repaired);
};

/**
 * Reads a header that ends before the line that the generator takes for its end; null where there is
 * none.
 */
const readClosedBefore = (
  text: string,
  start: number,
  cut: Cut,
  maxIndent: number
): TextResult | null => {
  const lines = cut.yaml.split('\n');
  const blank = findEndAtBlank(lines.slice(1, -1));
  const end = blank === -1 ? findFence(lines, 2, maxIndent) : blank + 1;
  // Keys below this line belong to the header, too.
  if (end === -1 || lines.slice(end + 1).some(isKnownKey)) return null;
  const yaml = `${lines.slice(0, end).join('\n')}\n`;
  if (countKnownKeys(yaml) === 0) return null;
  const read = readOrRepair(yaml);
  if (!read.ok || read.isCut) return null;
  const line = cut.firstLine + end;
  const isMissing = blank !== -1;
  const issue = isMissing ? closeMissing(line) : closedElsewhere(line, lines[end] ?? '');
  const fenceEnd = start + yaml.length + (isMissing ? 0 : (lines[end] ?? '').length);
  const contentStart = contentAfter(text, fenceEnd);
  return asReading(text, { ...cut, yaml, contentStart, lead: [...cut.lead, issue] }, read);
};
