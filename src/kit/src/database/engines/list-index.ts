import type { Database } from '../connections/connection';

/** An index that gives the published rows of a type in the order of a list, the newest first. */
export interface ListIndex {
  readonly name: string;
  readonly table: string;
  /** The column by which the list is sorted; rows that are equal there are in the order of their ids. */
  readonly order: string;
  /** The column that is null for drafts. */
  readonly published: string;
}

const schemaOf = (db: Database): string => {
  const schema = db.getSchemaName();
  return schema ? `${db.connection.raw('??', [schema]).toSQL().sql}.` : '';
};

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
  const found: unknown = await db.connection.raw('show index from ?? where Key_name = ?', [
    table,
    name,
  ]);
  if (Array.isArray(found) && Array.isArray(found[0]) && found[0].length > 0) return;
  // With the column of drafts in it no row has to be read to leave them out.
  const columns = [...new Set([order, 'id', published])];
  const listed = columns.map((column) => (column === order ? '?? desc' : '??')).join(', ');
  await db.connection.raw(`create index ?? on ?? (${listed})`, [name, table, ...columns]);
};
