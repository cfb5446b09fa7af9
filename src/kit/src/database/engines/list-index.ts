import type { Database } from '../connections/connection';
import { hasIndex, schemaOf } from './schema-names';

/** An index that gives the published rows of a type in the order of a list, the newest first. */
export interface ListIndex {
  readonly name: string;
  readonly table: string;
  /** The column by which the list is sorted; rows that are equal there are in the order of their ids. */
  readonly order: string;
  /** The column that is null for drafts. */
  readonly published: string;
}

/** Makes it of published rows alone, where it is not there yet. */
export const createPartialIndex = async (
  db: Database,
  { name, table, order, published }: ListIndex
): Promise<void> => {
  await db.connection.raw(
    `create index if not exists ?? on ${schemaOf(db)}?? (?? desc, ??) where ?? is not null`,
    [name, table, order, 'id', published]
  );
};

/** Makes it of all rows, drafts among them. */
export const createWholeIndex = async (
  db: Database,
  { name, table, order, published }: ListIndex
): Promise<void> => {
  if (await hasIndex(db, table, name)) return;
  // With the column of drafts in it no row has to be read to leave them out.
  const columns = [...new Set([order, 'id', published])];
  const listed = columns.map((column) => (column === order ? '?? desc' : '??')).join(', ');
  await db.connection.raw(`create index ?? on ?? (${listed})`, [name, table, ...columns]);
};
