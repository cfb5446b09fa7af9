import type { Documents } from '../pages/read-documents';
import type { Cursors } from '../pages/cursors';

/** Documents as lines of JSON: each alone, or with the cursor behind which a stream goes on after it. */
export const linesOf = (
  cursors: Cursors,
  { texts, placeAt, list }: Documents,
  hasCursors: boolean
): string => {
  const lines = hasCursors
    ? texts.map((text, index) => {
        const cursor = cursors.write(list, placeAt(index));
        return `{"cursor":"${cursor}","node":${text}}\n`;
      })
    : texts.map((text) => `${text}\n`);
  return lines.join('');
};
