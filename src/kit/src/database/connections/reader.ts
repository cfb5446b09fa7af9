import type { ColumnValue } from '../rows/row-types';

/** A row's values, in the order of its columns. */
export type ReadRow = readonly unknown[];

/** Reads what is committed, beside the connections that write. */
export interface Reader {
  /**
   * The rows that a statement answers with, one that is sent over and over. At once where the database
   * is in this process.
   *
   * @param sql with `?` in the place of each value
   * @param places how many of the values only tell where in an order to begin, and leave nothing out after that
   */
  rows(
    sql: string,
    values: readonly ColumnValue[],
    places?: number
  ): readonly ReadRow[] | Promise<readonly ReadRow[]>;
  /** The same of a statement that reads few rows though its text does not tell: some in a row of an index. */
  fewRows: Reader['rows'];
  /**
   * A text that is another one as soon as anybody has committed something, in any process: who gets the same
   * one twice has missed nothing. Null where that cannot be told, or not yet.
   */
  moment(): string | null | Promise<string | null>;
  /** Reads several things at one moment, where the database is in this process; elsewhere one after the other. */
  atOnce<Result>(read: () => Result): Result;
}
