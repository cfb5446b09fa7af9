/** What a column takes, in the form that every driver understands. */
export type ColumnValue = string | number | boolean | Date | null;

/** A row by the names of its columns. */
export type ColumnRow = Readonly<Record<string, ColumnValue>>;

/** Rows of one table: the columns that are written, and each row's values in their order. */
export interface TableRows {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly ColumnValue[])[];
}

/** A row in the attributes of its type. */
export type AttributeRow = Readonly<Record<string, unknown>>;
