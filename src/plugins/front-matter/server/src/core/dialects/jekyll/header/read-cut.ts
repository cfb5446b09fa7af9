import type { Issue } from '../../../issue';
import { issueOf } from '../../../issue-codes';
import { findDoubts } from './find-doubts';
import { findLookalikes } from './find-lookalikes';
import {
  type HeaderFailure,
  type HeaderReading,
  readAsGenerator,
  readMended,
} from './header-reading';
import { mendMessage } from '../../../read/mend/mend-message';
import { placeOf } from '../../../read/place';
import type { TextReading, TextResult } from './text-reading';
import { cutShort, failed, unreadable } from './text-issues';

/** A text, cut into header and content. */
export interface Cut {
  /** The header with a line of three dashes in front. */
  readonly yaml: string;
  /** The line of the file that those dashes stand for; 0 where they stand on none. */
  readonly firstLine: number;
  /** Where the content begins. */
  readonly contentStart: number;
  /** What was mended around the header. */
  readonly lead: readonly Issue[];
}

/** Reads a header, and mends it where the generator cannot read it. */
export function readCut(text: string, cut: Cut): TextResult {
  const read = readAsGenerator(cut.yaml);
  return read.ok ? asReading(text, cut, read) : mendCut(text, cut, read);
}

/** For a header that is known to be unreadable. */
export function mendCut(text: string, cut: Cut, failure: HeaderFailure): TextResult {
  const read = readMended(cut.yaml, failure);
  if (read.ok) return asReading(text, cut, read);
  if (read.problem !== null) return unreadable(cut.yaml, read.problem, cut.firstLine);
  return failed('FRONT_MATTER_NOT_A_MAPPING', Math.max(cut.firstLine, 1), 1, {
    message: 'The front matter is YAML but holds no keys. Write "key: value" lines, or remove it.',
  });
}

export function asReading(text: string, cut: Cut, header: HeaderReading): TextResult {
  const { data, offsets, yaml, mends } = header;
  const { firstLine, contentStart, lead } = cut;
  const issues: Issue[] = [
    ...lead,
    ...mends.map((mend) =>
      issueOf(mend.code, {
        ...mend,
        message: mendMessage(mend),
        line: mend.line + firstLine - 1,
      })
    ),
    ...(header.isCut ? [cutShort(firstLine)] : []),
    ...findDoubts(yaml, data, firstLine),
    ...findLookalikes(yaml, data, firstLine),
  ];
  const reading: TextReading = {
    header: text.slice(0, contentStart),
    content: text.slice(contentStart),
    data,
    mended: issues.some((issue) => issue.code.startsWith('MENDED_')),
    issues,
    placeOf: (key) => {
      const offset = offsets.get(key);
      if (offset === undefined) return null;
      const place = placeOf(yaml, offset);
      return { line: place.line + firstLine - 1, column: place.column };
    },
  };
  return { ok: true, reading };
}
