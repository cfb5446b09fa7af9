import { bareKey, isKnownKey, isTextKey, quoted, VALUE_LINE } from '../header-syntax';
import { columnAt, type Repair, type RepairedLines } from './repair';
import { isOfNames } from './repair-line';
import { repairBrackets } from './repair-list';
import type { SyntaxCheck } from './check-syntax';

/** One way to repair the lines of an entry together; null where it does not apply. */
type RepairTogether = (lines: readonly string[], syntax: SyntaxCheck) => RepairedLines | null;

const isBlank = (line: string): boolean => line.trim() === '';
const indentOf = (line: string): number => line.length - line.trimStart().length;

const changed = (
  lines: readonly string[],
  code: Repair['code'],
  after: (line: string, index: number) => string
): RepairedLines | null => {
  const result = lines.map(after);
  const fieldOf = (line: string): string | null =>
    bareKey(VALUE_LINE.exec(`${line.trim()} x`)?.[2] ?? '') || null;
  const repairs = result.flatMap((text, line) => {
    const before = lines[line] ?? '';
    return text === before
      ? []
      : [
          {
            code,
            line,
            column: indentOf(before) + 1,
            field: fieldOf(/^[ \t]*[\w"']/.test(text) ? text : (lines[0] ?? '')),
            before,
            after: text,
          },
        ];
  });
  return repairs.length === 0 ? null : { lines: result, repairs };
};

const BULLET = /^([ \t]*)(?:-[\u00a0\u200b\u3000]*(?=[^\s-])|[*+•·–—][ \t\u00a0]+)(?=\S)/u;
const ITEM = /^[ \t]*-[ \t]+\S/;

/** Items of a list that have no space behind their dash, or another mark than a dash. */
const repairDashes = (lines: readonly string[]): RepairedLines | null => {
  const [first = '', ...rest] = lines;
  const items = rest.filter((line) => !isBlank(line));
  if (!/^[^\s#][^:]*:[ \t]*$/.test(first) || items.length === 0) return null;
  if (!items.every((line) => ITEM.test(line) || BULLET.test(line))) return null;
  if (items.some((line) => /^[ \t]*-[\d.]/.test(line)) && !isOfNames(first)) return null;
  return changed(lines, 'REPAIRED_LIST', (line, index) =>
    index === 0 || ITEM.test(line) ? line : line.replace(BULLET, '$1- ')
  );
};

/** An unclosed list of names in brackets, over several lines. */
const closeBracket = (lines: readonly string[], syntax: SyntaxCheck): RepairedLines | null => {
  const [first = ''] = lines;
  const filled = lines.filter((line) => !isBlank(line));
  if (filled.length < 2 || !isOfNames(first)) return null;
  const [, lead, start = ''] = /^([^:]*:[ \t]+)(\[.*)$/.exec(first) ?? [];
  const rest = filled.slice(1).map((line) => line.trim());
  if (lead === undefined || rest.some((line) => /[:\]]/.test(line))) return null;
  const list = repairBrackets([start, ...rest].join(' ').trim(), syntax);
  if (list === null) return null;
  return {
    // The number of lines is kept, so that places stay.
    lines: lines.map((_, index) => (index === 0 ? lead + list : '')),
    repairs: [
      {
        code: 'REPAIRED_LIST',
        line: 0,
        column: columnAt(first, lead.length),
        field: bareKey(lead.replace(/[ \t]*:.*$/, '')),
        before: [start, ...rest].join('\n'),
        after: list,
      },
    ],
  };
};

/** A key that is indented below a key with a value, or below a list, and belongs to neither. */
const dedentKeys = (lines: readonly string[]): RepairedLines | null => {
  const [first = '', ...rest] = lines;
  const [, , key, value = ''] = VALUE_LINE.exec(first.trimEnd()) ?? [];
  const isList = /^[^\s#][^:]*:[ \t]*$/.test(first) && ITEM.test(rest[0] ?? '');
  if ((key === undefined && !isList) || /^[>|&[{]/.test(value) || /^\s/.test(first)) return null;
  // An indent of two spaces and more may mean a mapping below the key, or a continued text.
  const isShort = key !== undefined && (!/\s/.test(value) || /^(["']).*\1$/.test(value));
  const isText = key !== undefined && isTextKey(bareKey(key));
  const isStray = (line: string): boolean =>
    /^ +[A-Za-z_][\w-]*:(?:[ \t]|$)/.test(line) &&
    (isKnownKey(line.trim())
      ? !isText || isShort || indentOf(line) === 1
      : isShort && indentOf(line) === 1);
  const from = lines.findIndex((line, index) => index > 0 && isStray(line));
  const above = lines.slice(1, from);
  if (from === -1 || !above.every((line) => isList && ITEM.test(line))) return null;
  const indent = indentOf(lines[from] ?? '');
  const strays = lines.slice(from).filter(isStray);
  if (strays.some((line) => indentOf(line) !== indent)) return null;
  return changed(lines, 'REPAIRED_INDENT', (line, index) =>
    index >= from && indentOf(line) >= indent ? line.slice(indent) : line
  );
};

/** Items or keys, one of which is not indented like its neighbours. */
const alignLines = (lines: readonly string[]): RepairedLines | null => {
  const rest = lines.slice(1).filter((line) => !isBlank(line));
  const areItems = rest.every((line) => /^ *-[ \t]+[^\s\-[{]/.test(line));
  const areKeys = rest.every((line) => /^ +[A-Za-z_][\w-]*:[ \t]+\S/.test(line));
  if (!/:[ \t]*$/.test(lines[0] ?? '') || rest.length < 2 || !(areItems || areKeys)) return null;
  const indents = rest.map(indentOf);
  const usual =
    indents.filter((indent) => indent === indents[0]).length * 2 >= rest.length
      ? (indents[0] ?? 0)
      : (indents[1] ?? 0);
  const strays = indents.filter((indent) => indent !== usual);
  if (strays.length !== 1) return null;
  // Where the items are mappings, the odd one may belong to a list inside.
  if (areItems && rest.some((line) => /:(?:[ \t]|$)/.test(line))) return null;
  return changed(lines, 'REPAIRED_INDENT', (line, index) =>
    index === 0 || isBlank(line) ? line : ' '.repeat(usual) + line.trimStart()
  );
};

/** A text over several lines that holds what YAML takes for a key. */
const quoteTogether = (lines: readonly string[], syntax: SyntaxCheck): RepairedLines | null => {
  const [, indent, key = '', value = ''] = VALUE_LINE.exec((lines[0] ?? '').trimEnd()) ?? [];
  const rest = lines.slice(1).filter((line) => !isBlank(line));
  if (indent !== '' || !isTextKey(bareKey(key)) || rest.length === 0) return null;
  if (!/^[^\s"'[\]{}>|&*!%@`#-].*\s/.test(value) || syntax.isReadable(lines)) return null;
  if (rest.some((line) => !/^[ \t]/.test(line) || isKnownKey(line.trim()))) return null;
  if (lines.some((line) => /\s#/.test(line))) return null;
  const text = [value, ...rest.map((line) => line.trim())].join(' ');
  const field = bareKey(key);
  const after = quoted(text);
  const column = columnAt(lines[0] ?? '', (lines[0] ?? '').indexOf(value));
  return {
    lines: lines.map((_, index) => (index === 0 ? `${key}: ${after}` : '')),
    repairs: [{ code: 'REPAIRED_BARE_COLON', line: 0, column, field, before: value, after }],
  };
};

/** Repairs of what is wrong between the lines of an entry, each of which may be right by itself. */
export const LINE_REPAIRS: readonly RepairTogether[] = [
  repairDashes,
  closeBracket,
  dedentKeys,
  alignLines,
  quoteTogether,
];
