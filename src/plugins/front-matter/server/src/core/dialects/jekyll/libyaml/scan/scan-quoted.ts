import type { Cursor } from './cursor';
import { Folding } from './folding';
import type { Token } from './token';

/** libyaml's `yaml_parser_scan_flow_scalar`, from the opening quote to behind the closing one. */
export const scanQuoted = (cursor: Cursor): Token => {
  const { offset } = cursor;
  const quote = cursor.read();
  let text = '';
  for (;;) {
    if (cursor.isDocumentMark('---') || cursor.isDocumentMark('...')) {
      cursor.fail('a quoted value goes on into a line of --- or ...', offset);
    }
    if (cursor.isEnd()) cursor.fail('a quote is never closed', offset);
    const folding = new Folding();
    while (!cursor.isBlankOrEnd()) {
      if (quote === "'" && cursor.peek() === "'" && cursor.peek(1) === "'") {
        text += "'";
        cursor.skip(2);
      } else if (cursor.peek() === quote) {
        cursor.skip();
        return { kind: 'scalar', offset, text, isPlain: false };
      } else if (quote === '"' && cursor.peek() === '\\') {
        if (cursor.isBreak(1)) {
          cursor.skip();
          cursor.readLine();
          folding.isBroken = true;
          break;
        }
        text += readEscape(cursor);
      } else text += cursor.read();
    }
    folding.take(cursor);
    text += folding.join();
  }
};

const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\u0007',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\u001b',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
};

/** How many hexadecimal digits follow. */
const DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

const readEscape = (cursor: Cursor): string => {
  const start = cursor.offset;
  const char = cursor.peek(1);
  const length = Object.hasOwn(DIGITS, char) ? (DIGITS[char] ?? 0) : 0;
  if (length === 0) {
    const escaped = Object.hasOwn(ESCAPES, char) ? ESCAPES[char] : undefined;
    if (escaped === undefined) cursor.fail(`"\\${char}" is no escape that YAML knows`);
    cursor.skip(2);
    return escaped;
  }
  cursor.skip(2);
  const digits = cursor.text.slice(cursor.offset, cursor.offset + length);
  const code =
    /^[0-9A-Fa-f]+$/.test(digits) && digits.length === length ? parseInt(digits, 16) : -1;
  if (code < 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) {
    cursor.fail(`"\\${char}${digits}" is no character`, start);
  }
  cursor.skip(length);
  return String.fromCodePoint(code);
};
