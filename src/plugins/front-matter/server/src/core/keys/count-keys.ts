import type { JsonValue } from '../post';
import type { KeyCount, KeyCounts, KeyExample, ValueKind } from './key-counts';
import { kindOfValue } from './kind-of-value';

/** So many keys are counted each; an archive that has more has made them up. */
const MOST_KEYS = 500;

/** Longer keys, in characters, are counted among the others: nobody maps them. */
const MOST_KEY = 200;

const MOST_EXAMPLES = 3;

/** How much of an example, and of its path, is kept; in characters. */
const MOST_TEXT = 200;
const MOST_PATH = 1024;

/** So many different values of a key are kept, of so many characters at most. */
const MOST_VALUES = 20;
const MOST_VALUE = 60;

/** What databases, and JSON, do not keep in a text: NUL, and halves of characters. */
const UNSTORABLE = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu;

interface Counting {
  count: number;
  longest: number;
  readonly kinds: Partial<Record<ValueKind, number>>;
  /** Null once there are too many. */
  values: Set<string> | null;
  readonly examples: KeyExample[];
}

/** Counts the keys of files, one file after the other. */
export interface KeyCounter {
  add(path: string, frontMatter: Readonly<Record<string, JsonValue>>): void;
  counts(): KeyCounts;
}

const cut = (text: string, most: number): string =>
  [...text.slice(0, 2 * most)].slice(0, most).join('').replace(UNSTORABLE, '\ufffd');

const lengthOf = (text: string): number =>
  // Most texts are short, and none has more characters than units.
  text.length <= MOST_VALUE ? text.length : [...text].length;

const noteValue = (counting: Counting, text: string): void => {
  if (counting.values === null) return;
  if (text.length <= MOST_VALUE) counting.values.add(text.replace(UNSTORABLE, '\ufffd'));
  if (text.length > MOST_VALUE || counting.values.size > MOST_VALUES) counting.values = null;
};

const noteExample = ({ examples }: Counting, path: string, whole: string): void => {
  const text = cut(whole, MOST_TEXT);
  if (examples.some((example) => example.text === text)) return;
  const isCut = whole.length > 2 * MOST_TEXT || [...whole].length > MOST_TEXT;
  examples.push({ path: cut(path, MOST_PATH), text, isCut });
};

const note = (counting: Counting, path: string, value: JsonValue): void => {
  const kind = kindOfValue(value);
  counting.count += 1;
  counting.kinds[kind] = (counting.kinds[kind] ?? 0) + 1;
  if (value === null) return;
  if (typeof value === 'object') {
    counting.values = null;
  } else {
    const text = String(value);
    counting.longest = Math.max(counting.longest, lengthOf(text));
    noteValue(counting, text);
  }
  if (counting.examples.length === MOST_EXAMPLES) return;
  noteExample(counting, path, typeof value === 'string' ? value : JSON.stringify(value));
};

const countOf = ([key, counting]: readonly [string, Counting]): KeyCount => ({
  ...counting,
  key,
  values: counting.values === null ? null : [...counting.values],
});

/** Starts to count the keys of an archive's front matter, in bounded memory. */
export const countKeys = (): KeyCounter => {
  const known = new Map<string, Counting>();
  let files = 0;
  let others = 0;

  const countingOf = (key: string): Counting | null => {
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size === MOST_KEYS || key.length > MOST_KEY || key.search(UNSTORABLE) !== -1)
      return null;
    const counting = { count: 0, longest: 0, kinds: {}, values: new Set<string>(), examples: [] };
    known.set(key, counting);
    return counting;
  };
  return {
    add(path, frontMatter) {
      files += 1;
      for (const [key, value] of Object.entries(frontMatter)) {
        const counting = countingOf(key);
        if (counting === null) others += 1;
        else note(counting, path, value);
      }
    },
    counts: () => ({ files, keys: [...known].map(countOf), others }),
  };
};
