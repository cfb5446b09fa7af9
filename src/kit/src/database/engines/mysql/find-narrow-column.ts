import type { Database } from '../../connections/connection';
import type { NarrowColumn } from '../engine';

/** The character set that has all of Unicode; the older `utf8` has three bytes at most a character. */
const WHOLE = 'utf8mb4';

/** In old databases texts are kept in character sets that have no place for most characters. */
export const findNarrowColumn = async (
  db: Database,
  tables: readonly string[]
): Promise<NarrowColumn | null> => {
  const [found] = (await db.connection
    .from('information_schema.columns')
    .select({
      table: 'table_name',
      column: 'column_name',
      encoding: 'character_set_name',
    })
    .whereRaw('table_schema = database()')
    .whereIn('table_name', [...tables])
    .whereNotNull('character_set_name')
    .where('character_set_name', '<>', WHOLE)
    .limit(1)) as readonly Omit<NarrowColumn, 'wanted'>[];
  return found === undefined ? null : { ...found, wanted: WHOLE };
};
