import type { Cursor } from './cursor';

/**
 * Passes over blanks, comments and line breaks.
 *
 * @param takesTabs whether tabs are blanks here; where a key may begin they are not
 * @param isInFlow whether they are blanks on further lines, too
 * @returns whether a line has ended
 */
export function skipToToken(cursor: Cursor, takesTabs: boolean, isInFlow: boolean): boolean {
  let hasBroken = false;
  for (;;) {
    if (cursor.column === 0 && cursor.peek() === '\ufeff') cursor.skip();
    const takesTab = hasBroken ? isInFlow : takesTabs;
    cursor.skipWhile(() => cursor.peek() === ' ' || (takesTab && cursor.peek() === '\t'));
    if (cursor.peek() === '#') cursor.skipWhile(() => !cursor.isBreakOrEnd());
    if (!cursor.isBreak()) return hasBroken;
    cursor.readLine();
    hasBroken = true;
  }
}
