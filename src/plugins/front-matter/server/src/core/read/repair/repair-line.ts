import type { IssueCode } from '../../issue-codes';
import { bareKey, holdsNames, isKnownKey, VALUE_LINE } from '../header-syntax';
import { columnAt, type RepairStep } from './repair';
import { repairValue } from './repair-value';
import type { SyntaxCheck } from './check-syntax';

export interface LineContext {
  /** The line above. */
  readonly before: string;
  /** The lines below, to the header's end. */
  readonly below: readonly string[];
  /** Whether the entry is a list of names. */
  readonly isOfNames: boolean;
  readonly syntax: SyntaxCheck;
}

export interface RepairedLine {
  readonly text: string;
  readonly steps: readonly RepairStep[];
}

const BLANK = '[ \\t\\u00a0\\u2000-\\u200b\\u3000\\ufeff]';
const NAME = String.raw`(?:[A-Za-z_][\w-]*|[\p{Lo}][\p{Lo}\p{N}]{0,7})`;
const WIDE_COLON = new RegExp(`^(["']?${NAME}["']?)${BLANK}*：${BLANK}*(.*)$`, 'u');
/** A value in typographic or full-width quotes. */
const WIDE_QUOTES = /^(?:[“”＂]([^“”＂]*)[“”＂]|[‘’＇]([^‘’＇]*)[‘’＇])\s*$/u;
const STUCK_COLON = new RegExp(`^([A-Za-z_][\\w-]+)[ \\t]*:(?=[^ \\t:/]|/[^/])${BLANK}*(.*)$`, 'u');
const COMMENT = /^(?:\/\/.*|<!--.*-->[ \t]*|\/\*.*\*\/[ \t]*)$/;
const STRANGE_INDENT = /^[ \t]*[\u00a0\u2000-\u200b\u3000\ufeff][\s\u200b]*/;

/** Whether a line has a known key that YAML may read as another one. */
export const hasStuckKey = (line: string): boolean =>
  isKnownKey(line) && (WIDE_COLON.test(line) || STUCK_COLON.test(line));

/** Repairs one line of an entry that is not YAML; null where there is nothing to do. */
export const repairLine = (line: string, context: LineContext): RepairedLine | null => {
  const steps: RepairStep[] = [];
  let text = line;
  const change = (code: IssueCode, after: string, column: number, field: string | null): void => {
    steps.push({ code, column, field, before: text, after });
    text = after;
  };
  const done = (): RepairedLine | null => (steps.length > 0 ? { text, steps } : null);
  if (COMMENT.test(text)) {
    change('REPAIRED_COMMENT', `# ${text}`, 1, null);
    return done();
  }
  const lead = STRANGE_INDENT.exec(text)?.[0] ?? '';
  if (lead !== '') {
    const column = text.search(/[^ \t]/) + 1;
    change('REPAIRED_INDENT', ' '.repeat(lead.length) + text.slice(lead.length), column, null);
  }
  const wide = WIDE_COLON.exec(text);
  const [, key, value = ''] = wide ?? STUCK_COLON.exec(text) ?? [];
  if (key !== undefined) {
    const plain = wide === null ? value : plainlyQuoted(value);
    change('REPAIRED_COLON', `${key}: ${plain}`, [...key].length + 1, bareKey(key));
  }
  if (context.syntax.isReadable([text.replace(/^ +/, '')])) return done();
  const untabbed = replaceTabs(text, context.before);
  if (untabbed !== text) change('REPAIRED_TAB', untabbed, text.indexOf('\t') + 1, null);
  if (context.syntax.isReadable([text.replace(/^ +/, '')])) return done();
  const quoted = repairValueOf(text, context);
  if (quoted === null) return done();
  return { text: quoted.text, steps: [...steps, quoted.step] };
};

/** A keyboard that types `：` for a colon types `“x”` for `"x"`. */
const plainlyQuoted = (value: string): string => {
  const [, double, single] = WIDE_QUOTES.exec(value) ?? [];
  const inner = double ?? single;
  return inner === undefined ? value : `'${inner.replaceAll("'", "''")}'`;
};

const repairValueOf = (
  line: string,
  { below, isOfNames, syntax }: LineContext
): { text: string; step: RepairStep } | null => {
  const [, indent = '', found, rest = ''] = VALUE_LINE.exec(line.trimEnd()) ?? [];
  const isItem = isOfNames && indent.includes('-');
  const written = isItem ? undefined : found;
  const value = isItem ? line.trimEnd().slice(indent.length) : rest;
  if (value === '' || mayGoOn(value, below)) return null;
  const key = written === undefined ? null : bareKey(written);
  const repaired = repairValue(key, value, syntax);
  if (repaired === null) return null;
  const text = `${indent}${written === undefined ? '' : `${written}: `}${repaired.value}`;
  const column = columnAt(line, line.trimEnd().length - value.length);
  return {
    text,
    step: { code: repaired.code, column, field: key, before: value, after: repaired.value },
  };
};

/** Whether a quote that is not closed on its line may be closed by a later one. */
const mayGoOn = (value: string, below: readonly string[]): boolean => {
  const mark = value[0] ?? '';
  if ((mark !== '"' && mark !== "'") || value.slice(1).includes(mark)) return false;
  return below.some((line) => {
    const text = line.trimEnd();
    const own = VALUE_LINE.exec(text)?.[3] ?? text.trim();
    return text.endsWith(mark) && (own === mark || !own.startsWith(mark));
  });
};

/**
 * Removes the tabs in front of a line where the line above has a value, and replaces each by two spaces
 * where it opens a list or a mapping; a tab between a dash and its item becomes one space.
 */
const replaceTabs = (line: string, before: string): string => {
  const [lead = ''] = /^[ \t]*(?:-[ \t]+)*/.exec(line) ?? [];
  if (!lead.includes('\t')) return line;
  const isNested = /:[ \t]*$|^[ \t]+/.test(before.trimEnd());
  const indent = isNested ? lead.replace(/(-)[ \t]+/g, '$1 ').replaceAll('\t', '  ') : '';
  return indent + line.slice(isNested ? lead.length : lead.search(/[^ \t]|$/));
};

export const isOfNames = (line: string): boolean =>
  holdsNames(bareKey(/^(["']?[\w-]+["']?)[ \t]*[:：]/.exec(line)?.[1] ?? ''));
