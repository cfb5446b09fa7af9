import { setFlagsFromString } from 'node:v8';

/**
 * How much more than what is alive the heap may hold before its garbage is collected, in percent.
 * V8's own answer is several times as much on a machine with memory to spare.
 */
const GROWTH = 40;

/** V8 decides itself. */
const ANY = 0;

const growBy = (percent: number): void => setFlagsFromString(`--heap-growing-percent=${percent}`);

/** How many jobs are at work in this process: a dry run may go on beside an import. */
let atWork = 0;

/**
 * Keeps the memory of a long job near what it uses: rows or texts of a few batches. Each post of an
 * import leaves some fifteen kilobytes of garbage, which would pile up by the hundred megabytes.
 *
 * @returns a function that lets the heap grow as before
 */
export const boundHeap = (): (() => void) => {
  atWork += 1;
  growBy(GROWTH);
  return () => {
    atWork -= 1;
    if (atWork === 0) growBy(ANY);
  };
};
