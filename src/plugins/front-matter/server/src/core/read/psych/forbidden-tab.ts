import { Lexer } from 'yaml';

/**
 * Where a line outside brackets begins with a tab: Psych refuses it even on an otherwise blank
 * line, the `yaml` library does not. Null where there is none.
 *
 * @returns an offset in UTF-16 units
 */
export function forbiddenTab(text: string): number | null {
  if (!/\n *\t/.test(text)) return null;
  let offset = 0;
  let depth = 0;
  let startsLine = false;
  for (const token of new Lexer().lex(text)) {
    if (startsLine && depth === 0 && /^ *\t/.test(token)) return offset + token.indexOf('\t');
    if (token === '[' || token === '{') depth += 1;
    if (token === ']' || token === '}') depth = Math.max(0, depth - 1);
    startsLine = token.endsWith('\n') || (startsLine && /^ +$/.test(token));
    if (!CONTROL.test(token)) offset += token.length;
  }
  return null;
}

/** Marks that the lexer puts between tokens and that stand for no text. */
const CONTROL = /^[\u0002\u0018\u001f]$/;
