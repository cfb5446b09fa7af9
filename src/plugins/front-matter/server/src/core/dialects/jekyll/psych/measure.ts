import type { RubyHash, RubyValue } from './value';

/** A document is larger or deeper than any front matter or configuration. */
export class TooComplexError extends Error {
  override readonly name = 'TooComplexError';
  constructor(
    message: string,
    /** Where in the text; 0 where it is not known. */
    readonly offset = 0
  ) {
    super(message);
  }
}

export const MAX_VALUES = 20_000;
export const MAX_DEPTH = 200;
const MAX_TEXT = 4 * 1024 * 1024;

/** Limits of a document with circular values, whose walks differ with where they begin. */
const MAX_CIRCULAR = { values: 1_000, text: 64 * 1024 };

/**
 * Rejects a document that its aliases make too large. Values are counted as if each alias were written
 * out, since code that walks the values meets them that often. A circular value ends where it repeats
 * itself, as Ruby writes `[...]`.
 *
 * Whatever is made of the values afterwards (texts, JSON, merged defaults, hashes) takes time in
 * proportion to these limits.
 *
 * @param offsets where the values of the top mapping's keys begin
 * @param maxValues how many there may be
 * @throws TooComplexError with the place of the key at which a limit was passed
 */
export const assertMeasured = (
  root: RubyValue,
  offsets: ReadonlyMap<string, number>,
  maxValues: number
): void => {
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
};

type Container = RubyValue[] | RubyHash;

interface Count {
  /** How many more values and characters there may be. */
  values: number;
  text: number;
  offset: number;
  /** Whether a circular value was met. */
  circular: boolean;
  readonly met: Set<Container>;
}

const measure = (value: RubyValue, count: Count, above: Container[]): void => {
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
};

const isContainer = (value: RubyValue): value is Container =>
  Array.isArray(value) || value instanceof Map;

const lengthOf = (value: RubyValue): number => {
  if (typeof value === 'string') return value.length;
  if (typeof value === 'bigint') return value.toString().length;
  return 0;
};
