import type { Core } from '@strapi/strapi';

import type { Connection, Database, TableQuery, Transaction } from '../connection';
import type { AttributeRow, ColumnRow, ColumnValue, TableRows } from '../rows';

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
  /** What the driver says of that where it has no code. */
  readonly goneWords: readonly RegExp[];
}

/**
 * Inserts those of some rows of one table whose keys are free, all of which have the same columns,
 * and answers with how many that were.
 */
export type InsertFree = (
  trx: Connection,
  table: TableQuery,
  rows: readonly ColumnRow[]
) => Promise<number>;

/** Tells whether others have written to the database of late, besides this process. */
export type OthersWrite = () => Promise<boolean>;

/**
 * Leaves room for others who write, after a transaction.
 *
 * @param took how long it took, in milliseconds
 * @param besideOthers whether others have been seen to write
 */
export type LeaveRoom = (took: number, besideOthers: boolean) => Promise<void>;

/** Moves a write-ahead log into the database's file while others write. */
export interface LogMover {
  /** Has what is committed by now moved, and waits for it only when the log has grown long. */
  move(): Promise<void>;
  close(): Promise<void>;
}

/** When a log is moved. */
export interface LogPace {
  /** From one move to the next, in milliseconds. */
  readonly pause: number;
  /** How long the log may grow before those who write wait for all of it to be moved; in pages. */
  readonly long: number;
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
  ask<Row>(
    connection: Connection,
    sql: string,
    bindings: readonly (string | number)[]
  ): Promise<Row[]>;
  /**
   * For the rows of one table, which it may keep a statement for.
   *
   * @param unique the column whose values are unique
   */
  insertFree(unique: string): InsertFree;
  /**
   * Sends an update of one row unless it would meet a unique key. Not every database can be asked:
   * a conflict undoes the transaction on some, and others do not tell of it.
   *
   * @returns whether the row was changed; false, too, where that cannot be asked
   */
  updateFree(trx: Connection, sql: string, bindings: readonly ColumnValue[]): Promise<boolean>;
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

  /** Has a query wait for whoever changes one of its rows, and keep them as they are until the transaction ends. */
  lockRows(query: TableQuery): TableQuery;
  /** Has a query see what others have committed since its transaction began. */
  seeCommitted(query: TableQuery): TableQuery;
  /** An expression of a text in lower case that differs where anything but the case does; `??` stands for the column. */
  readonly lowerCase: string;
  /** A query of ids in the form in which `id in (…)` is looked up, and not made a join of. */
  asLookUp(db: Database, ids: TableQuery): TableQuery;
  /** The statement that ends what a connection's statements take too long for, 0 for no limit; null where none does. */
  statementLimit(db: Database, milliseconds: number): string | null;

  /**
   * Lets others be answered before a connection is used, where the database works in this process.
   *
   * @param mayWait whether whoever has just been given a connection is to wait for that
   */
  letOthersIn(db: Database, mayWait: () => boolean): void;
  /** Begins to watch whether others write, where these have to wait for whole transactions. */
  watchWriters(db: Database): Promise<OthersWrite>;
  leaveRoom(): LeaveRoom;
  /** For as long as much is written. */
  moveLog(strapi: Core.Strapi, pace?: LogPace): Promise<LogMover>;
  /** The first text column of some tables that cannot keep every text; null for none. */
  findNarrowColumn(db: Database, tables: readonly string[]): Promise<NarrowColumn | null>;
}
