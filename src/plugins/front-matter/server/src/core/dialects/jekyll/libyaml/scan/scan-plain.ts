import type { Cursor } from './cursor';
import { Folding } from './folding';

/** Characters that a plain scalar cannot begin with. */
const INDICATORS = '-?:,[]{}#&*!|>\'"%@`';

/** @throws SyntaxProblem where neither a plain scalar nor anything else can begin */
export const assertPlainStart = (cursor: Cursor, isInFlow: boolean): void => {
  const begins =
    !(cursor.isBlankOrEnd() || cursor.isOneOf(INDICATORS)) ||
    (cursor.peek() === '-' && !cursor.isBlank(1)) ||
    (!isInFlow && cursor.isOneOf('?:') && !cursor.isBlankOrEnd(1));
  if (begins) return;
  cursor.fail(
    cursor.peek() === '\t'
      ? 'a tab stands where only spaces may indent'
      : `a value cannot begin with ${cursor.peek()} unless it is quoted`
  );
};

export interface PlainScalar {
  readonly text: string;
  /** Whether lines ended behind it, so that a key may follow. */
  readonly endsLine: boolean;
}

/**
 * libyaml's `yaml_parser_scan_plain_scalar`.
 *
 * @param indent how far its lines are indented at least
 */
export const scanPlain = (cursor: Cursor, indent: number, isInFlow: boolean): PlainScalar => {
  const folding = new Folding();
  let text = '';
  for (;;) {
    if (cursor.isDocumentMark('---') || cursor.isDocumentMark('...') || cursor.peek() === '#')
      break;
    const piece = cursor.readWhile(() => goesOn(cursor, isInFlow));
    if (piece !== '') text += folding.join() + piece;
    if (!cursor.isBlank() && !cursor.isBreak()) break;
    folding.take(cursor, () => {
      if (folding.isBroken && cursor.column < indent && cursor.peek() === '\t') {
        cursor.fail('a tab stands where only spaces may indent');
      }
    });
    if (!isInFlow && cursor.column < indent) break;
  }
  return { text, endsLine: folding.isBroken };
};

const goesOn = (cursor: Cursor, isInFlow: boolean): boolean => {
  if (cursor.isBlankOrEnd()) return false;
  if (cursor.peek() === ':') {
    if (isInFlow && cursor.isOneOf(',?[]{}', 1)) cursor.fail('a colon stands where none may');
    return !cursor.isBlankOrEnd(1);
  }
  return !isInFlow || !cursor.isOneOf(',[]{}');
};
