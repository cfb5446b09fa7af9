import { issueOf } from '../../../issue-codes';
import { readForeign } from './foreign-header';
import { readMisplaced } from './misplaced';
import { readBareReturns, readFenced, readShifted, readUnclosed } from './overlooked';
import { readOwn } from './read-own';
import { refused } from './text-issues';
import type { TextResult } from './text-reading';

export type { TextReading, TextResult } from './text-reading';

const ENGINE_OPENING = /^([\s\ufeff]*)---[ \t]*([A-Za-z]\w*)[ \t]*[\r\n]/;

/** Takes a text apart into front matter and content, mending a header that the generator loses. */
export function readText(text: string): TextResult {
  const own = readOwn(text, 0, []);
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
}

function withoutFrontMatter(text: string): TextResult {
  const issue =
    text.trim() === ''
      ? issueOf('FILE_EMPTY', { message: 'The file holds nothing. Write it, or remove it.' })
      : issueOf('FRONT_MATTER_MISSING', {
          message: 'The file has no front matter: all of it is the body, as for the generator.',
          line: 1,
          column: 1,
        });
  const reading = { header: '', content: text, data: new Map(), mended: false, issues: [issue] };
  return { ok: true, reading: { ...reading, placeOf: () => null } };
}
