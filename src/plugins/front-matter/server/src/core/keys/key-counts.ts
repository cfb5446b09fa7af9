/** What a value of the front matter is, as far as that decides which attributes can hold it. */
export type ValueKind = 'text' | 'number' | 'boolean' | 'date' | 'list' | 'map' | 'empty';

/** A value of a key, and a file that has it. */
export interface KeyExample {
  readonly path: string;
  /** As JSON where it is no text; its beginning where it is long. */
  readonly text: string;
  readonly isCut: boolean;
}

/** What a key of the front matter holds, over all files of an archive. */
export interface KeyCount {
  readonly key: string;
  /** How many files have it. */
  readonly count: number;
  /** How many of these hold what. */
  readonly kinds: Readonly<Partial<Record<ValueKind, number>>>;
  /** The length of its longest text, in characters. */
  readonly longest: number;
  /** Its different values, as texts; null where there are many, or long ones. */
  readonly values: readonly string[] | null;
  readonly examples: readonly KeyExample[];
}

/** The keys of an archive. */
export interface KeyCounts {
  /** How many files have front matter that could be read. */
  readonly files: number;
  /** In the order in which they were found first. */
  readonly keys: readonly KeyCount[];
  /** How often other keys occur, of which there are too many to name each. */
  readonly others: number;
}
