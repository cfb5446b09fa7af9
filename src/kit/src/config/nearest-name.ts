/** How many letters have to be put in, left out, exchanged or swapped with the next to make one of the other. */
const distance = (one: string, other: string): number => {
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const isSame = one[i - 1] === other[j - 1];
      const isSwapped =
        i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (isSame ? 0 : 1),
          isSwapped ? (before[j - 2] ?? 0) + 1 : Infinity
        )
      );
    }
    before = row;
    row = next;
  }
  return row[other.length] ?? 0;
};

/** No key is longer; what is need not be compared. */
const MAX_LENGTH = 60;

/**
 * The known name that a written one is most likely meant for; null where none is near. One letter
 * of three may differ, whatever their case.
 */
export const nearestName = (written: string, known: readonly string[]): string | null => {
  if (written.length > MAX_LENGTH) return null;
  const lower = written.toLowerCase();
  let nearest: string | null = null;
  let least = Math.max(1, Math.floor(written.length / 3)) + 1;
  for (const name of known) {
    const far = distance(lower, name.toLowerCase());
    if (far >= least) continue;
    nearest = name;
    least = far;
  }
  return nearest;
};
