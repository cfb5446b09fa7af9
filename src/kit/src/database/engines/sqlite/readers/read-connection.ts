import type { Database } from '../../../connections/connection';
import type { ReadRow } from '../../../connections/reader';

/** What is used here of a statement of better-sqlite3. */
export interface ReadStatement {
  raw(isRaw: boolean): ReadStatement;
  pluck(): { get(): unknown };
  all(values: readonly unknown[]): readonly ReadRow[];
  run(): unknown;
}

/** What is used here of a connection of better-sqlite3. */
export interface ReadConnection {
  prepare(sql: string): ReadStatement;
  pragma(statement: string): unknown;
  close(): void;
}

/** A connection of better-sqlite3 that is opened for reading alone. */
export type ReadDriver = new (
  file: string,
  options: { readonly readonly: true; readonly fileMustExist: true }
) => ReadConnection;

/** Opens a connection that can only read, by the driver that the application has. */
export const openReadConnection = (db: Database, file: string): ReadConnection => {
  const { driver } = db.connection.client as unknown as { readonly driver: ReadDriver };
  return new driver(file, { readonly: true, fileMustExist: true });
};
