import type { Database } from '../connections/connection';

/** The name of an attribute's column; undefined where it has none of its own. */
export const findColumn = (db: Database, uid: string, attribute: string): string | undefined => {
  const found = db.metadata.get(uid).attributes[attribute];
  return found && 'columnName' in found && typeof found.columnName === 'string'
    ? found.columnName
    : undefined;
};

/**
 * The name of an attribute's column.
 *
 * @throws where it has none of its own
 */
export const columnOf = (db: Database, uid: string, attribute: string): string => {
  const column = findColumn(db, uid, attribute);
  if (column !== undefined) return column;
  throw new Error(`"${uid}" has no column for "${attribute}"`);
};
