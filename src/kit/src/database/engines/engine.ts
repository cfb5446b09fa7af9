import type { Core } from '@strapi/strapi';

import type { Connection, Database, TableQuery, Transaction } from '../connections/connection';
import type { Reader } from '../connections/reader';
import type { NoteSlow, SlowReadLimits, WhoReads } from '../connections/reads-apart';
import type { Keeping } from './keeping';
import type { AttributeRow, ColumnRow, ColumnValue, TableRows } from '../rows/row-types';

import type { ListIndex } from './list-index';
import type { SavedIndex } from './saved-index';

/** How a driver tells of errors: by codes, beside messages that hold values. */
export interface ErrorCodes {
  /** Two transactions got in each other's way, and this one was undone. */
  readonly retriable: readonly string[];
  /** A row that another refers to is gone. */
  readonly referenceGone: readonly string[];
  /** Codes of values that are too long, of another type, or none at all. */
  readonly badValue: RegExp;
  /** Codes and numbers of a statement that was ended since it took too long. */
  readonly timeout: readonly (string | number)[];
  readonly diskFull: readonly string[];
  /** The database, or the connection to it, is not there any more, or never was. */
  readonly gone: readonly string[];
  /** It answers, but lets nobody in by the settings that an application has, or has no such database. */
  readonly refused: readonly string[];
  /** What the driver says of its being gone where it has no code. */
  readonly goneWords: readonly RegExp[];
}

/**
 * Inserts those of some rows of one table whose keys are free, all of which have the same columns,
 * and answers with how many that were.
 */
export type InsertOrIgnore = (
  trx: Connection,
  table: TableQuery,
  rows: readonly ColumnRow[]
) => Promise<number>;

/** Tells whether others have written to the database of late, besides this process. */
export type OthersWrite = () => Promise<boolean>;

/**
 * Pauses after a transaction, so that others who write get their turn.
 *
 * @param took how long the transaction took, in milliseconds
 * @param othersWrite whether others have been seen to write
 */
export type PauseForWriters = (took: number, othersWrite: boolean) => Promise<void>;

/** Moves a write-ahead log into the database's file while others write. */
export interface Checkpointer {
  /** Begins a checkpoint, and waits for it only when the log has grown long. */
  checkpoint(): Promise<void>;
  close(): Promise<void>;
}

/** When a log is checkpointed. */
export interface CheckpointPace {
  /** From one checkpoint to the next, in milliseconds. */
  readonly interval: number;
  /** How long the log may grow before those who write wait for a whole checkpoint; in pages. */
  readonly maxPages: number;
}

/** A column that has no place for most characters. */
export interface NarrowColumn {
  readonly table: string;
  readonly column: string;
  /** What its texts are in, and what they should be in, by the database's names. */
  readonly encoding: string;
  readonly wanted: string;
}

/** All that differs between databases. */
export interface Engine {
  readonly errors: ErrorCodes;

  /**
   * Looks at the driver that an app has before it is loaded.
   *
   * @param root the app's folder
   * @throws where the driver would end the process without a word
   */
  checkDriver(root: string): void;
  /** Guards what goes through the database's client. Called once, before any traffic. */
  guard(db: Database): void;
  /** Makes what locks need. Called when the schema is there. */
  prepare(db: Database): Promise<void>;

  /**
   * Holds names until the transaction ends; others who ask for one of them wait, in any process.
   *
   * @param keys SHA-256 hashes of the names, sorted, so that no two wait for each other
   */
  lock(trx: Transaction, keys: readonly Buffer[]): Promise<void>;
  /** Whether the answer to COMMIT says that the transaction was rolled back. */
  isRolledBack(answer: unknown): boolean;

  /**
   * The rows that a statement answers with, one that is sent over and over.
   *
   * @param connection a transaction's, or the database's own
   */
  query<Row>(
    connection: Connection,
    sql: string,
    bindings: readonly (string | number)[]
  ): Promise<Row[]>;
  /**
   * Opens what asks over and over whether the database answers, without waiting for a connection of the pool. It
   * is closed with the pool.
   *
   * @returns rejects where there is no answer within a second
   */
  openPing(db: Database): () => Promise<unknown>;
  /** Opens what reads beside the connections that write. */
  openReader(strapi: Core.Strapi): Promise<Reader>;
  /**
   * Has reads go beside the connection that writes, where there is but one, and those that may take long
   * keep nobody else waiting.
   *
   * @returns whether those of visitors that take long are refused for the moment
   */
  readApart(
    strapi: Core.Strapi,
    whoReads: WhoReads,
    limits: SlowReadLimits,
    noteSlow: NoteSlow
  ): () => boolean;
  /**
   * For the rows of one table, which it may keep a statement for.
   *
   * @param unique the column whose values are unique
   */
  insertOrIgnore(unique: string): InsertOrIgnore;
  /**
   * Sends an update of one row unless it would meet a unique key. Not every database can be asked:
   * a conflict undoes the transaction on some, and others do not tell of it.
   *
   * @returns whether the row was changed; false, too, where that cannot be asked
   */
  updateOrIgnore(trx: Connection, sql: string, bindings: readonly ColumnValue[]): Promise<boolean>;
  /** Inserts rows by the columns of their table, past the entity layer. */
  insertRows(db: Database, trx: Transaction, table: string, rows: TableRows): Promise<void>;
  /**
   * Creates rows of a type as `createMany` does, with the hooks of plugins running.
   *
   * @returns the ids of the rows, in their order; null where none is promised
   */
  createRows(
    db: Database,
    trx: Transaction,
    uid: string,
    rows: readonly AttributeRow[]
  ): Promise<readonly number[] | null>;

  /** Has a query lock its rows against changes until the transaction ends, and wait for those who change one. */
  lockRows(query: TableQuery): TableQuery;
  /** Has a query see what others have committed since its transaction began. */
  seeCommitted(query: TableQuery): TableQuery;
  /** An expression of a text in lower case that differs where anything but the case does; `??` stands for the column. */
  readonly lowerCase: string;
  /** A comparison of a text that is true where it is the very same; `??` stands for the column, `?` for the text. */
  readonly sameText: string;
  /** Whether rows without a value come before all others in ascending order, and after them in descending order. */
  readonly nullsFirst: boolean;
  /** A query of ids in the form in which `id in (…)` is looked up, and not made a join of. */
  asSubquery(db: Database, ids: TableQuery): TableQuery;
  /**
   * The statement that bounds what a connection's reads may take of the server: how long each, 0 for no limit, and
   * how many of its processors, where a statement takes several; null where nothing does.
   */
  statementLimit(db: Database, milliseconds: number): string | null;

  /**
   * Yields to the event loop before a connection is used, where the database works in this process.
   *
   * @param mayWait whether the one who has just been given a connection is to wait for that
   */
  yieldOnAcquire(db: Database, mayWait: () => boolean): void;
  /** Begins to watch whether others write, where these have to wait for whole transactions. */
  watchWriters(db: Database): Promise<OthersWrite>;
  pauseForWriters(): PauseForWriters;
  /** Keeps counts and listings by triggers. */
  readonly keeping: Keeping;
  /** Checkpoints the write-ahead log, for as long as much is written. */
  startCheckpoints(strapi: Core.Strapi, pace?: CheckpointPace): Promise<Checkpointer>;
  /** Makes an index for lists, where it is not there yet. */
  createListIndex(db: Database, index: ListIndex): Promise<void>;
  /** Makes an index of the rows that were saved after they were made, where it is not there yet. */
  createSavedIndex(db: Database, index: SavedIndex): Promise<void>;
  /** The first text column of some tables that cannot keep every text; null for none. */
  findNarrowColumn(db: Database, tables: readonly string[]): Promise<NarrowColumn | null>;
}
