import { type Connection, type Database, engineOf } from 'strapi-plugin-kit/database';
import { PREFIX } from './names';

/** The triggers of those names that are not there, or have no such mark in their texts. */
export const findLost = async (
  db: Database,
  connection: Connection,
  names: readonly string[],
  mark: string
): Promise<string[]> => {
  const found = await engineOf(db).keeping.findTriggers(db, connection, PREFIX);
  return names.filter((name) => found.get(name)?.includes(mark) !== true);
};
