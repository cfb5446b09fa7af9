/** One place of a text in which another one differs. */
export interface PlaceChange {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

const isHalf = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
};

/** The one place that makes a text of another, as small as can be; null where they are the same. */
export const smallestChange = (before: string, after: string): PlaceChange | null => {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before.charCodeAt(from) === after.charCodeAt(from)) from += 1;
  let tail = 0;
  while (
    tail < shorter - from &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail += 1;
  }
  // A sign of two halves is never taken apart.
  if (from > 0 && (isHalf(before, from) || isHalf(after, from))) from -= 1;
  if (tail > 0 && (isHalf(before, before.length - tail) || isHalf(after, after.length - tail))) {
    tail -= 1;
  }
  return { from, to: before.length - tail, insert: after.slice(from, after.length - tail) };
};
