/** A document, as it is asked for. */
export type Document = Readonly<Record<string, unknown>>;

/** A page of a list, by cursor. */
export interface CursorPage<Entry> {
  readonly data: readonly Entry[];
  readonly meta: {
    readonly pagination: {
      readonly limit: number;
      /** For the page after it; null where the list ends. */
      readonly next: string | null;
      /** For the page before it; null where the list begins. */
      readonly previous: string | null;
    };
  };
}

/** What became of a document. */
export interface Change {
  /** The plural name of its type. */
  readonly type: string;
  readonly uid: string;
  /** By what is there now: take `created` and `changed` alike. */
  readonly kind: 'created' | 'changed' | 'unpublished' | 'deleted';
  readonly documentId: string;
  readonly locale: string | null;
  /** ISO 8601. */
  readonly at: string;
}

/** A page of what has changed. */
export interface ChangePage {
  readonly data: readonly Change[];
  readonly meta: {
    /** The position to go on from. */
    readonly next: string;
    /** Whether there is more already. */
    readonly hasMore: boolean;
  };
}

/** How many documents there are of a year, a month, or a day; a part is only there where it was asked for. */
export interface CalendarCount {
  readonly year: number;
  /** From 1 to 12. */
  readonly month?: number;
  /** From 1 to 31. */
  readonly day?: number;
  readonly count: number;
}

/** The documents before and after one, in time; null at the ends. */
export interface Neighbours<Entry> {
  /** The older one. */
  readonly previous: Entry | null;
  readonly next: Entry | null;
}

/** A category or a tag, with the number of its public documents. */
export type Counted<Entry> = Entry & { readonly count: number };
