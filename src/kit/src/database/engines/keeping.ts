import type { Connection, Database, Transaction } from '../connections/connection';
import type { LogOf } from './logged';

/** Links from the rows of one table to those of another, each of which lists what is linked to it. */
export interface KeptLinks {
  /** What these rows are counted under; at most 48 characters. */
  readonly name: string;
  /** The table of what is listed: `row_id`, `target_id`, `order_value`, and `locale` where rows have one. */
  readonly listing: string;
  /** The table of the links, and its columns of the listed row and of what lists it. */
  readonly table: string;
  readonly row: string;
  readonly target: string;
  /** The table of what lists them. */
  readonly targets: string;
}

/** A table whose shown rows are counted, and listed by what they are linked to. */
export interface KeptTable {
  /** What the names of triggers, and of the tables of counts and changes, begin with. */
  readonly prefix: string;
  /** What all its rows are counted under; at most 48 characters. */
  readonly name: string;
  readonly table: string;
  /** The column that is null in rows that are not shown; null where all rows are. */
  readonly shownAt: string | null;
  /** The column of a row's language; null where rows have none. */
  readonly locale: string | null;
  /** The column by which rows are listed. */
  readonly order: string;
  /**
   * What its rows are counted under by the day of that column, in the place of what they are linked
   * to: at most 48 characters. Null where it is no date with a time.
   */
  readonly days: string | null;
  readonly links: readonly KeptLinks[];
}

/** A trigger, by the statements that make it. */
export interface Trigger {
  readonly name: string;
  readonly statements: readonly string[];
}

/**
 * How a database keeps counts, listings and a log itself, whoever writes to it: by triggers. Counts are in
 * PREFIXcounts (`list`, `target_id`, `locale`, `total`); where several write at once, what is to be
 * added to them is appended to PREFIXchanges (`id`, `list`, `target_id`, `locale`, `difference`),
 * so that nobody waits for a row that all of them count in.
 */
export interface Keeping {
  /** Whether changes of counts are appended, for somebody to add them up, and the log has an inbox. */
  readonly appends: boolean;

  /** The statements that make the tables of counts, and of changes, unless they are there. */
  countTables(db: Database, prefix: string): readonly string[];
  /** The statements that make the table of a listing, with its index. */
  listingTables(
    db: Database,
    connection: Connection,
    kept: KeptTable,
    links: KeptLinks
  ): Promise<readonly string[]>;
  /** The triggers of a table, of its links and of its listings; each has the mark in its text. */
  triggers(db: Database, kept: KeptTable, mark: string): readonly Trigger[];
  /** An expression of the day of a date with a time, as it is stored: days since 1970 began. */
  dayOf(value: string): string;
  /** The day of a date in this process, of which others are stored. */
  dayAt(date: Date): number;
  /** The first moment of a day. */
  startOfDay(day: number): Date;
  /**
   * The statements that make the tables of a log, unless they are there. PREFIXlog (`id`, `uid`,
   * `document_id`, `locale`, `kind`, `at`) is in the order of commits. Where several write at once,
   * triggers append to PREFIXlog_inbox, of the same columns, and somebody else moves what has been
   * committed to the log, which has the former id as `inbox_id`.
   */
  logTables(db: Database, prefix: string): readonly string[];
  /** The triggers that write a log; each has the mark in its text. */
  logTriggers(db: Database, log: LogOf, mark: string): readonly Trigger[];
  /** The statements that drop triggers and tables of those names, as far as there are any. */
  drop(db: Database, triggers: readonly string[], tables: readonly string[]): readonly string[];
  /** A statement that adds what a query answers with to counts: `list`, `target_id`, `locale`, `difference`. */
  addToCounts(db: Database, prefix: string, query: string): string;

  /** Runs statements that change the schema; within the transaction where the database can undo them. */
  define(db: Database, trx: Transaction, statements: readonly string[]): Promise<void>;
  /** The texts of the triggers that fire, of those whose names begin so, by name. */
  findTriggers(
    db: Database,
    connection: Connection,
    prefix: string
  ): Promise<ReadonlyMap<string, string>>;
  /** What has to be set so that triggers may be made; null where an error says something else. */
  adviceOn(error: unknown): string | null;
}
