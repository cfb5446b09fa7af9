/** A table whose shown rows are told in the log when they change. */
export interface LoggedTable {
  /** What its triggers are named by; at most 40 characters. */
  readonly name: string;
  /** What the log calls its documents. */
  readonly uid: string;
  readonly table: string;
  /** The column of the id that all rows of a document share. */
  readonly documentId: string;
  /** The column that is null in rows that are not shown; null where all rows are. */
  readonly shownAt: string | null;
  /** The column of a row's language; null where rows have none. */
  readonly locale: string | null;
}

/** One end of a table of links. */
export interface LoggedEnd {
  /** The column that names the row at this end. */
  readonly column: string;
  readonly table: LoggedTable;
  /** Whether documents at this end show what they are linked to: then they change with the link. */
  readonly shows: boolean;
  /** The column of the order in which they show it; null where there is none. */
  readonly order: string | null;
}

/** A table of links, at least one end of which shows the other. */
export interface LoggedLinks {
  /** What its triggers are named by; at most 40 characters. */
  readonly name: string;
  readonly table: string;
  readonly ends: readonly LoggedEnd[];
}

/** What a log tells of, and where: in PREFIXlog, by way of PREFIXlog_inbox where several write at once. */
export interface LogOf {
  readonly prefix: string;
  readonly tables: readonly LoggedTable[];
  readonly links: readonly LoggedLinks[];
}

/** What became of a shown row: it came, is another, or went. */
export type RowChange = 'added' | 'changed' | 'removed';
