/**
 * What the rows of one statement hold at most, in bytes. MariaDB and older MySQL take statements
 * of 16 MiB, and a post may have half of that.
 */
const LARGEST = 4 * 1024 * 1024;

/** In UTF-8 a character of a JavaScript string takes three bytes at most. */
const BYTES = 3;

/** An upper bound of the bytes that a value takes in a statement. */
const sizeOf = (value: unknown): number => {
  if (typeof value === 'string') return value.length * BYTES;
  if (typeof value !== 'object' || value === null) return 0;
  let size = 0;
  for (const inner of Object.values(value)) size += sizeOf(inner);
  return size;
};

/** Cuts rows into slices that a server takes in one statement each; a slice has one row at least. */
export function* sliceBySize<Row extends object>(rows: readonly Row[]): Generator<readonly Row[]> {
  let slice: Row[] = [];
  let bytes = 0;
  for (const row of rows) {
    const more = sizeOf(row);
    if (slice.length > 0 && bytes + more > LARGEST) {
      yield slice;
      slice = [];
      bytes = 0;
    }
    slice.push(row);
    bytes += more;
  }
  if (slice.length > 0) yield slice;
}
