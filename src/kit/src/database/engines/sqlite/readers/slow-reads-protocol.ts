/** What a process that reads is started with. */
export interface ReadSetup {
  readonly file: string;
  /** The file of the driver that the application's connection has. */
  readonly driver: string;
}

/** A statement to be read. */
export interface ReadTask {
  readonly sql: string;
  readonly values: readonly unknown[];
  /** Whether rows are lists of values; else they have their columns' names. */
  readonly isRaw: boolean;
}

/** Rows, or why there are none. */
export type ReadAnswer =
  { readonly rows: readonly unknown[] } | { readonly code: string; readonly message: string };
