import type { IssueCode } from '../../issue-codes';
import { bareKey, holdsNames, isKnownKey, VALUE_LINE } from '../header-syntax';
import { columnAt, type MendStep } from './mend';
import { mendValue } from './mend-value';
import type { Pieces } from './pieces';

export interface Surroundings {
  /** The line above. */
  readonly before: string;
  /** The lines below, to the header's end. */
  readonly below: readonly string[];
  /** Whether the entry is a list of names. */
  readonly isOfNames: boolean;
  readonly pieces: Pieces;
}

export interface MendedLine {
  readonly text: string;
  readonly steps: readonly MendStep[];
}

const BLANK = '[ \\t\\u00a0\\u2000-\\u200b\\u3000\\ufeff]';
const NAME = String.raw`(?:[A-Za-z_][\w-]*|[\p{Lo}][\p{Lo}\p{N}]{0,7})`;
const WIDE_COLON = new RegExp(`^(["']?${NAME}["']?)${BLANK}*：${BLANK}*(.*)$`, 'u');
/** A value in one pair of the quotes that a full-width keyboard gives for plain ones. */
const WIDE_QUOTES = /^(?:[“”＂]([^“”＂]*)[“”＂]|[‘’＇]([^‘’＇]*)[‘’＇])\s*$/u;
const STUCK_COLON = new RegExp(`^([A-Za-z_][\\w-]+)[ \\t]*:(?=[^ \\t:/]|/[^/])${BLANK}*(.*)$`, 'u');
const COMMENT = /^(?:\/\/.*|<!--.*-->[ \t]*|\/\*.*\*\/[ \t]*)$/;
const STRANGE_INDENT = /^[ \t]*[\u00a0\u2000-\u200b\u3000\ufeff][\s\u200b]*/;

/** YAML may take such a line for a key of another name. */
export const hasStuckKey = (line: string): boolean =>
  isKnownKey(line) && (WIDE_COLON.test(line) || STUCK_COLON.test(line));

/** Mends one line that stands in an entry which is no YAML; null where there is nothing to do. */
export function mendLine(line: string, around: Surroundings): MendedLine | null {
  const steps: MendStep[] = [];
  let text = line;
  const change = (code: IssueCode, after: string, column: number, field: string | null): void => {
    steps.push({ code, column, field, before: text, after });
    text = after;
  };
  const done = (): MendedLine | null => (steps.length > 0 ? { text, steps } : null);
  if (COMMENT.test(text)) {
    change('MENDED_COMMENT', `# ${text}`, 1, null);
    return done();
  }
  const lead = STRANGE_INDENT.exec(text)?.[0] ?? '';
  if (lead !== '') {
    const column = text.search(/[^ \t]/) + 1;
    change('MENDED_INDENT', ' '.repeat(lead.length) + text.slice(lead.length), column, null);
  }
  const wide = WIDE_COLON.exec(text);
  const [, key, value = ''] = wide ?? STUCK_COLON.exec(text) ?? [];
  if (key !== undefined) {
    const plain = wide === null ? value : plainlyQuoted(value);
    change('MENDED_COLON', `${key}: ${plain}`, [...key].length + 1, bareKey(key));
  }
  if (around.pieces.isReadable([text.replace(/^ +/, '')])) return done();
  const untabbed = replaceTabs(text, around.before);
  if (untabbed !== text) change('MENDED_TAB', untabbed, text.indexOf('\t') + 1, null);
  if (around.pieces.isReadable([text.replace(/^ +/, '')])) return done();
  const quoted = mendValueOf(text, around);
  if (quoted === null) return done();
  return { text: quoted.text, steps: [...steps, quoted.step] };
}

/** Whose keyboard gives `：` for a colon has typed `“x”` where `"x"` was meant. */
function plainlyQuoted(value: string): string {
  const [, double, single] = WIDE_QUOTES.exec(value) ?? [];
  const inner = double ?? single;
  return inner === undefined ? value : `'${inner.replaceAll("'", "''")}'`;
}

function mendValueOf(
  line: string,
  { below, isOfNames, pieces }: Surroundings
): { text: string; step: MendStep } | null {
  const [, indent = '', found, rest = ''] = VALUE_LINE.exec(line.trimEnd()) ?? [];
  const isItem = isOfNames && indent.includes('-');
  const written = isItem ? undefined : found;
  const value = isItem ? line.trimEnd().slice(indent.length) : rest;
  if (value === '' || mayGoOn(value, below)) return null;
  const key = written === undefined ? null : bareKey(written);
  const mended = mendValue(key, value, pieces);
  if (mended === null) return null;
  const text = `${indent}${written === undefined ? '' : `${written}: `}${mended.value}`;
  const column = columnAt(line, line.trimEnd().length - value.length);
  return {
    text,
    step: { code: mended.code, column, field: key, before: value, after: mended.value },
  };
}

/** Whether a quote that is not closed on its line may be closed by a later one. */
function mayGoOn(value: string, below: readonly string[]): boolean {
  const mark = value[0] ?? '';
  if ((mark !== '"' && mark !== "'") || value.slice(1).includes(mark)) return false;
  return below.some((line) => {
    const text = line.trimEnd();
    const own = VALUE_LINE.exec(text)?.[3] ?? text.trim();
    return text.endsWith(mark) && (own === mark || !own.startsWith(mark));
  });
}

/**
 * A tab in front of a line goes where the line above has a value of its own, and is two blanks
 * where it opens a list or a mapping; a tab between a dash and its item is one blank.
 */
function replaceTabs(line: string, before: string): string {
  const [lead = ''] = /^[ \t]*(?:-[ \t]+)*/.exec(line) ?? [];
  if (!lead.includes('\t')) return line;
  const isNested = /:[ \t]*$|^[ \t]+/.test(before.trimEnd());
  const indent = isNested ? lead.replace(/(-)[ \t]+/g, '$1 ').replaceAll('\t', '  ') : '';
  return indent + line.slice(isNested ? lead.length : lead.search(/[^ \t]|$/));
}

export const isOfNames = (line: string): boolean =>
  holdsNames(bareKey(/^(["']?[\w-]+["']?)[ \t]*[:：]/.exec(line)?.[1] ?? ''));
