import type { RubyHash, RubyValue } from './value';

/** More than any front matter or configuration has reason to hold. */
export class TooComplexError extends Error {
  override readonly name = 'TooComplexError';
  constructor(
    message: string,
    /** Where in the text that was noticed; 0 where no place is known. */
    readonly offset = 0
  ) {
    super(message);
  }
}

export const MAX_VALUES = 20_000;
export const MAX_DEPTH = 200;
const MAX_TEXT = 4 * 1024 * 1024;

/** For a document with values inside themselves, whose walks differ with where they begin. */
const MAX_CIRCULAR = { values: 1_000, text: 64 * 1024 };

/**
 * Refuses a document that its aliases make too large: whatever walks its values meets one again
 * wherever an alias repeats it, so they are counted as if written out. A value inside itself ends
 * there, as Ruby writes `[...]`.
 *
 * All that is made of a value that has passed (its text, JSON, merged defaults, digests) takes time
 * in proportion to these limits; nobody else has to count.
 *
 * @param offsets where the values of the top mapping's keys begin
 * @param maxValues how many there may be
 * @throws TooComplexError that names the place of the key at which it was too much
 */
export function assertMeasured(
  root: RubyValue,
  offsets: ReadonlyMap<string, number>,
  maxValues: number
): void {
  if (!isContainer(root)) return;
  const count = {
    values: maxValues,
    text: MAX_TEXT,
    offset: 0,
    circular: false,
    met: new Set([root]),
  };
  if (Array.isArray(root)) measure(root, count, []);
  else {
    for (const [key, value] of root) {
      count.offset = typeof key === 'string' ? (offsets.get(key) ?? 0) : 0;
      measure(key, count, [root]);
      measure(value, count, [root]);
    }
  }
  if (!count.circular) return;
  Object.assign(count, MAX_CIRCULAR, { offset: 0 });
  for (const start of [...count.met]) measure(start, count, []);
}

type Container = RubyValue[] | RubyHash;

interface Count {
  /** How many values and characters there may still be. */
  values: number;
  text: number;
  offset: number;
  /** Whether a value was met inside itself. */
  circular: boolean;
  readonly met: Set<Container>;
}

function measure(value: RubyValue, count: Count, above: Container[]): void {
  count.values -= 1;
  count.text -= lengthOf(value);
  if (count.values < 0 || count.text < 0) {
    throw new TooComplexError('written out, what its aliases repeat is too much', count.offset);
  }
  if (!isContainer(value)) return;
  if (above.includes(value)) {
    count.circular = true;
    return;
  }
  if (above.length >= MAX_DEPTH) {
    throw new TooComplexError('it is nested too deeply', count.offset);
  }
  count.met.add(value);
  above.push(value);
  for (const item of Array.isArray(value) ? value : [...value].flat()) measure(item, count, above);
  above.pop();
}

const isContainer = (value: RubyValue): value is Container =>
  Array.isArray(value) || value instanceof Map;

function lengthOf(value: RubyValue): number {
  if (typeof value === 'string') return value.length;
  if (typeof value === 'bigint') return value.toString().length;
  return 0;
}
