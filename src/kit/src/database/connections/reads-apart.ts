/** For whom is read beside the connections that write; neither waits for the other. */
export type ReadsApart = 'visitor' | 'editor';

/** What requests of one form ask for, whatever page of it and by what values. */
export interface QueryForm {
  readonly text: string;
  /** Whether it looks into texts, which no index serves. */
  readonly searches: boolean;
}

/** A request that only reads. */
export interface ReadingRequest {
  readonly who: ReadsApart;
  /** It, and no other one. */
  readonly asker: object;
  /** Whether it may be refused: not while it is asked who it is of. */
  readonly mayWait: boolean;
  /** What it asks for; null where that is not known yet. */
  readonly form: QueryForm | null;
  /** Whether it may take long, whatever its statements look like. */
  readonly isLong: boolean;
}

/** The request that what is about to be asked is for; null where it may write. */
export type WhoReads = () => ReadingRequest | null;

/**
 * Is told of a request of a visitor's before something is read for it where reads take long.
 *
 * @param asker the request
 */
export type NoteSlow = (asker: object) => void;

/** How much reads may take that take long. */
export interface SlowReadLimits {
  /** How many are read at once. */
  readonly atOnce: number;
  /** How many may wait; further ones are refused. */
  readonly waiting: number;
  /** In milliseconds, for each, which may wait twice as long; 0 for no limit. */
  readonly timeout: number;
}
