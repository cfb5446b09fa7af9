import type { Cursor } from './cursor';

/**
 * Skips white space, comments and line breaks.
 *
 * @param takesTabs whether tabs count as white space; where a key may begin they do not
 * @param isInFlow whether tabs count on further lines, too
 * @returns whether a line has ended
 */
export const skipToToken = (cursor: Cursor, takesTabs: boolean, isInFlow: boolean): boolean => {
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
};
