import type { Cursor } from './cursor';
import type { Token } from './token';

/**
 * libyaml's `yaml_parser_scan_block_scalar`: a text after `|` or `>`.
 *
 * @param parentIndent the indent of its parent; -1 for a whole document
 */
export const scanBlock = (cursor: Cursor, parentIndent: number): Token => {
  const { offset } = cursor;
  const isLiteral = cursor.read() === '|';
  const { chomping, increment } = readIndicators(cursor);
  cursor.skipWhile(() => cursor.isBlank());
  if (cursor.peek() === '#') cursor.skipWhile(() => !cursor.isBreakOrEnd());
  if (!cursor.isBreakOrEnd()) cursor.fail('text stands behind a | or > that begins a block');
  cursor.readLine();
  const given = increment === 0 ? 0 : Math.max(parentIndent, 0) + increment;
  let { breaks, indent } = readBreaks(cursor, given, parentIndent);
  let text = '';
  let leading = '';
  let wasIndented = false;
  while (cursor.column === indent && !cursor.isEnd()) {
    const isIndented = cursor.isBlank();
    const folds = !isLiteral && leading === '\n' && !wasIndented && !isIndented;
    text += folds ? (breaks === '' ? ' ' : breaks) : leading + breaks;
    wasIndented = isIndented;
    text += cursor.readWhile(() => !cursor.isBreakOrEnd());
    leading = cursor.readLine();
    ({ breaks, indent } = readBreaks(cursor, indent, parentIndent));
  }
  if (chomping !== '-') text += leading;
  if (chomping === '+') text += breaks;
  return { kind: 'scalar', offset, text, isPlain: false };
};

const readIndicators = (cursor: Cursor): { chomping: string; increment: number } => {
  let chomping = '';
  let increment = 0;
  if (cursor.isOneOf('+-')) chomping = cursor.read();
  if (/[0-9]/.test(cursor.peek())) {
    if (cursor.peek() === '0') cursor.fail('a block cannot be indented by 0');
    increment = Number(cursor.read());
    if (chomping === '' && cursor.isOneOf('+-')) chomping = cursor.read();
  }
  return { chomping, increment };
};

/** Reads empty lines, and finds the indent of the block where it is not known yet. */
const readBreaks = (
  cursor: Cursor,
  known: number,
  parentIndent: number
): { breaks: string; indent: number } => {
  const isBefore = (): boolean => known === 0 || cursor.column < known;
  let breaks = '';
  let widest = 0;
  for (;;) {
    cursor.skipWhile(() => isBefore() && cursor.peek() === ' ');
    widest = Math.max(widest, cursor.column);
    if (isBefore() && cursor.peek() === '\t') {
      cursor.fail('a tab stands where only spaces may indent');
    }
    if (!cursor.isBreak()) break;
    breaks += cursor.readLine();
  }
  return { breaks, indent: known === 0 ? Math.max(widest, parentIndent + 1, 1) : known };
};
