import { type Issue, issueOf } from '../../../issue';
import { findMisreadings } from './find-misreadings';
import { findLookalikes } from './find-lookalikes';
import {
  type HeaderFailure,
  type HeaderReading,
  readAsGenerator,
  readRepaired,
} from './header-reading';
import { repairMessage } from '../../../read/repair/repair-message';
import { placeOf } from '../../../read/place';
import type { TextReading, TextResult } from './text-reading';
import { cutShort, failed, unreadable } from './text-issues';

/** Where a text is cut into header and content. */
export interface Cut {
  /** The header with a line of three dashes in front. */
  readonly yaml: string;
  /** The line of the file that those dashes are on; 0 where the file has no such line. */
  readonly firstLine: number;
  /** Where the content begins. */
  readonly contentStart: number;
  /** Issues from outside of the header. */
  readonly lead: readonly Issue[];
}

/** Reads a header, and repairs it where the generator cannot read it. */
export const readCut = (text: string, cut: Cut): TextResult => {
  const read = readAsGenerator(cut.yaml);
  return read.ok ? asReading(text, cut, read) : repairCut(text, cut, read);
};

/** Repairs a header that the generator cannot read. */
export const repairCut = (text: string, cut: Cut, failure: HeaderFailure): TextResult => {
  const read = readRepaired(cut.yaml, failure);
  if (read.ok) return asReading(text, cut, read);
  if (read.problem !== null) return unreadable(cut.yaml, read.problem, cut.firstLine);
  return failed('FRONT_MATTER_NOT_A_MAPPING', Math.max(cut.firstLine, 1), 1, {
    message: 'The front matter is YAML but holds no keys. Write "key: value" lines, or remove it.',
  });
};

export const asReading = (text: string, cut: Cut, header: HeaderReading): TextResult => {
  const { data, offsets, yaml, repairs } = header;
  const { firstLine, contentStart, lead } = cut;
  const issues: Issue[] = [
    ...lead,
    ...repairs.map((repair) =>
      issueOf(repair.code, {
        ...repair,
        message: repairMessage(repair),
        line: repair.line + firstLine - 1,
      })
    ),
    ...(header.isCut ? [cutShort(firstLine)] : []),
    ...findMisreadings(yaml, data, firstLine),
    ...findLookalikes(yaml, data, firstLine),
  ];
  const reading: TextReading = {
    header: text.slice(0, contentStart),
    content: text.slice(contentStart),
    data,
    repaired: issues.some((issue) => issue.code.startsWith('REPAIRED_')),
    issues,
    placeOf: (key) => {
      const offset = offsets.get(key);
      if (offset === undefined) return null;
      const place = placeOf(yaml, offset);
      return { line: place.line + firstLine - 1, column: place.column };
    },
  };
  return { ok: true, reading };
};
