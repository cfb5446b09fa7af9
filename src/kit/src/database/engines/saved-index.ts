import type { Database } from '../connections/connection';
import { hasIndex, schemaOf } from './schema-names';

/** An index by which rows are found that were saved after they were made. */
export interface SavedIndex {
  readonly name: string;
  readonly table: string;
  /** The column with the document's id. */
  readonly document: string;
  /** The columns with the times at which a row was made and last saved. */
  readonly created: string;
  readonly updated: string;
  /** The column that is null for drafts; null where a type has none. */
  readonly published: string | null;
}

const publishedOf = ({ published }: SavedIndex): readonly string[] =>
  published === null ? [] : [published];

/** Makes it of those rows alone, where it is not there yet: what is written at once and never again costs nothing. */
export const createPartialSavedIndex = async (db: Database, index: SavedIndex): Promise<void> => {
  const { name, table, document, created, updated } = index;
  const columns = [...publishedOf(index), document, updated, created];
  await db.connection.raw(
    `create index if not exists ?? on ${schemaOf(db)}?? (${columns.map(() => '??').join(', ')}) where ?? <> ??`,
    [name, table, ...columns, updated, created]
  );
};

/** Makes it of all rows, in the order of their saving: new ones come last. */
export const createWholeSavedIndex = async (db: Database, index: SavedIndex): Promise<void> => {
  const { name, table, document, created, updated } = index;
  if (await hasIndex(db, table, name)) return;
  const columns = [...publishedOf(index), updated, created, document];
  await db.connection.raw(`create index ?? on ?? (${columns.map(() => '??').join(', ')})`, [
    name,
    table,
    ...columns,
  ]);
};
