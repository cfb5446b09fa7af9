/**
 * Tells which of some numbered names are taken: given numbers, answers with those that are.
 * One query, whatever their number.
 */
export type AskTaken = (numbers: readonly number[]) => Promise<ReadonlySet<number>>;

const GALLOP = 24;
const BISECT = 16;

/**
 * A number from `from` on whose name is free, asking about few: the first one where the numbers
 * below it are all taken, as they are when names are given out in turn. Of a million of one name
 * it asks five times.
 *
 * @throws Error when a gallop of more than sixteen million finds nothing free.
 */
export async function freeNumber(from: number, askTaken: AskTaken): Promise<number> {
  const probes = Array.from({ length: GALLOP }, (_, step) => from + 2 ** step - 1);
  const taken = await askTaken(probes);
  const first = probes.findIndex((number) => !taken.has(number));
  if (first < 0) throw new Error(`No number free from ${from} on`);
  let high = probes[first] ?? from;
  let low = probes[first - 1] ?? from - 1;
  while (high - low > 1) {
    const between = evenly(low, high);
    const held = await askTaken(between);
    const free = between.findIndex((number) => !held.has(number));
    high = between[free] ?? high;
    low = (free < 0 ? between.at(-1) : between[free - 1]) ?? low;
  }
  return high;
}

/** Up to sixteen numbers between two, both left out. */
function evenly(low: number, high: number): number[] {
  const step = Math.max(1, Math.ceil((high - low) / (BISECT + 1)));
  const numbers: number[] = [];
  for (let number = low + step; number < high; number += step) numbers.push(number);
  return numbers;
}
