import { issueOf } from '../../../issue';
import { readForeign } from './foreign-header';
import { readMisplaced } from './misplaced-header';
import { readBareReturns, readFenced, readShifted, readUnclosed } from './overlooked-header';
import { readBlock } from './read-block';
import { refused } from './text-issues';
import type { TextResult } from './text-reading';

export type { TextReading, TextResult } from './text-reading';

const ENGINE_OPENING = /^([\s\ufeff]*)---[ \t]*([A-Za-z]\w*)[ \t]*[\r\n]/;

/** Splits a text into front matter and content, repairing a header that the generator cannot read. */
export const readText = (text: string): TextResult => {
  const own = readBlock(text, 0, []);
  if (own !== null) return own;
  const [, lead, engine] = ENGINE_OPENING.exec(text) ?? [];
  if (lead !== undefined && engine !== undefined) return refused(engine, lead.split('\n').length);
  return (
    readBareReturns(text) ??
    readShifted(text) ??
    readFenced(text) ??
    readUnclosed(text) ??
    readForeign(text) ??
    readMisplaced(text) ??
    withoutFrontMatter(text)
  );
};

const withoutFrontMatter = (text: string): TextResult => {
  const issue =
    text.trim() === ''
      ? issueOf('FILE_EMPTY', { message: 'The file is empty. Write it, or remove it.' })
      : issueOf('FRONT_MATTER_MISSING', {
          message: 'The file has no front matter: all of it is the body, as for the generator.',
          line: 1,
          column: 1,
        });
  const reading = { header: '', content: text, data: new Map(), repaired: false, issues: [issue] };
  return { ok: true, reading: { ...reading, placeOf: () => null } };
};
