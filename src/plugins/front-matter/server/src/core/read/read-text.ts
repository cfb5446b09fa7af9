import type { Issue } from '../issue';
import { issueOf } from '../issue-codes';
import { findBlock, type FrontMatterBlock } from './find-block';
import { mendHeader } from './mend-header';
import { type Place, placeOf } from './place';
import { readHeader } from './read-header';
import { cutShort, failed, mendMessage, unreadable } from './text-issues';
import type { YamlProblem, YamlReading } from './psych/parse';
import type { RubyHash } from './psych/value';

/** A file's text, taken apart; `header + content` is the text. */
export interface TextReading {
  readonly header: string;
  readonly content: string;
  /** Empty where the file has no front matter. */
  readonly data: RubyHash;
  readonly mended: boolean;
  readonly issues: readonly Issue[];
  /** Where the value of a key of the header stands in the file. */
  placeOf(key: string): Place | null;
}

export type TextResult =
  | { readonly ok: true; readonly reading: TextReading }
  | { readonly ok: false; readonly issues: readonly Issue[] };

const ENGINE_OPENING = /^([\s\ufeff]*)---[ \t]*([A-Za-z]\w*)[ \t]*[\r\n]/;
const LEADING_BLANKS = /^[\s\ufeff]+(?=---[ \t]*\r?\n)/;
const OPENING = /^---[ \t]*\r?\n/;

/** Takes a text apart into front matter and content, mending a header that the generator loses. */
export function readText(text: string): TextResult {
  const block = findBlock(text);
  if (block) return readBlock(text, { start: 0, block, lead: [] });
  const [, lead, engine] = ENGINE_OPENING.exec(text) ?? [];
  if (lead !== undefined && engine !== undefined)
    return refused(engine, placeOf(text, lead.length).line);
  const shifted = readBareReturns(text) ?? readShifted(text) ?? readUnclosed(text);
  return shifted ?? withoutFrontMatter(text);
}

function refused(engine: string, line: number): TextResult {
  return failed('FRONT_MATTER_ENGINE_REFUSED', line, 4, {
    message: `The front matter asks for "${engine}" and is never run. Write it as YAML between lines of ---.`,
  });
}

/** Blank lines before the header: Jekyll sees no front matter then. */
function readShifted(text: string): TextResult | null {
  const start = LEADING_BLANKS.exec(text)?.[0].length ?? 0;
  if (start === 0) return null;
  const rest = text.slice(start);
  const block = findBlock(rest);
  if (!block) return null;
  const mend = issueOf('MENDED_BLANK_BEFORE_HEADER', {
    message: 'Blank lines stood before the front matter and were passed over. Remove them.',
    line: 1,
    column: 1,
    before: text.slice(0, start + 3),
    after: '---',
  });
  const result = readBlock(text, { start, block, lead: [mend] });
  return result.ok && result.reading.data.size === 0 ? null : result;
}

/** Lines that end in a bare carriage return: Jekyll sees one long line, and no front matter. */
function readBareReturns(text: string): TextResult | null {
  if (!/^---[ \t]*\r(?!\n)/.test(text) || text.includes('\n')) return null;
  const lines = text.replaceAll('\r', '\n');
  const block = findBlock(lines);
  if (!block) return null;
  const mend = issueOf('MENDED_LINE_ENDS', {
    message:
      'The lines end in bare carriage returns and were read as lines. Save the file with line feeds.',
    line: 1,
    column: 4,
  });
  return readBlock(lines, { start: 0, block, lead: [mend] });
}

/** No closing line: the header ends where its keys do, at a blank line. */
function readUnclosed(text: string): TextResult | null {
  const start = LEADING_BLANKS.exec(text)?.[0].length ?? 0;
  const rest = text.slice(start);
  const opening = OPENING.exec(rest)?.[0].length;
  if (opening === undefined || !/^[A-Za-z_][\w-]*[ \t]*:(?:\s|$)/.test(rest.slice(opening)))
    return null;
  const blank = /\r?\n(?=[ \t]*(?:\r?\n|$))/.exec(rest.slice(opening - 1));
  const yamlEnd = blank ? opening - 1 + blank.index + blank[0].length : rest.length;
  const content = /^[ \t]*(?:\r?\n[ \t]*)*\n?/.exec(rest.slice(yamlEnd))?.[0] ?? '';
  const mend = issueOf('MENDED_CLOSE_MISSING', {
    message:
      'The front matter had no closing line and was taken to end at the first blank line. Add a line of ---.',
    line: placeOf(text, start + yamlEnd).line,
    column: 1,
    before: '',
    after: '---',
  });
  const block = { yamlEnd, contentStart: yamlEnd + content.length };
  const result = readBlock(text, { start, block, lead: [mend] });
  if (result.ok) return result;
  return failed('FRONT_MATTER_UNCLOSED', 1, 1, {
    message:
      'The front matter has no closing line and does not end at a blank line either. Add a line of --- after it.',
  });
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

interface Found {
  readonly start: number;
  readonly block: FrontMatterBlock;
  readonly lead: readonly Issue[];
}

function readBlock(text: string, { start, block, lead }: Found): TextResult {
  const yaml = text.slice(start, start + block.yamlEnd);
  const firstLine = placeOf(text, start).line;
  let read = readHeader(yaml);
  let issues = lead;
  let shown = yaml;
  const problem = problemOf(read);
  if (problem !== null) {
    const isMendable = problem.kind === 'syntax' || problem.kind === 'value';
    const mended = isMendable ? mendHeader(yaml) : null;
    if (mended === null) return unreadable(yaml, problem, firstLine);
    const again = readHeader(mended.yaml);
    if (!again.ok) return unreadable(yaml, problem, firstLine);
    read = again;
    shown = mended.yaml;
    issues = [
      ...lead,
      ...mended.mends.map(({ code, line, column, field, before, after }) =>
        issueOf(code, {
          message: mendMessage(code, field),
          field,
          line: line + firstLine - 1,
          column,
          before,
          after,
        })
      ),
    ];
  }
  if (!read.ok) return unreadable(yaml, read.problem, firstLine);
  const { value, offsets, isCut } = read;
  if (isCut) issues = [...issues, cutShort(firstLine)];
  if (value !== null && value !== false && !(value instanceof Map)) {
    return failed('FRONT_MATTER_NOT_A_MAPPING', firstLine, 1, {
      message:
        'The front matter is YAML but holds no keys. Write "key: value" lines, or remove it.',
    });
  }
  return {
    ok: true,
    reading: {
      header: text.slice(0, start + block.contentStart),
      content: text.slice(start + block.contentStart),
      data: value instanceof Map ? value : new Map(),
      mended: issues.some((issue) => issue.code.startsWith('MENDED_')),
      issues,
      placeOf: (key) => {
        const offset = offsets.get(key);
        if (offset === undefined) return null;
        const place = placeOf(shown, offset);
        return { line: place.line + firstLine - 1, column: place.column };
      },
    },
  };
}

/** A header that is cut off before it holds a key is as good as unreadable. */
function problemOf(read: YamlReading): YamlProblem | null {
  if (!read.ok) return read.problem;
  if (!read.isCut || read.value instanceof Map) return null;
  return { kind: 'syntax', offset: 4, message: 'its first line is no "key: value"' };
}
