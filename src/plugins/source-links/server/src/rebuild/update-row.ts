import { columnOf, type Database, type Transaction, within } from 'strapi-plugin-kit/database';
import type { Row, StoredRow } from '../sources/row';

/**
 * Writes attributes of a row by its columns, which leaves `updatedAt` as it was: a document would
 * otherwise be shown as modified. A row that is not as it was read, since somebody has saved it in
 * the meantime, is left alone: saving has made it what it should be.
 * @param row its `id`, and its attributes as they were read
 * @returns whether the row was written
 */
export async function updateRow(
  db: Database,
  trx: Transaction,
  uid: string,
  row: StoredRow,
  changed: Row
): Promise<boolean> {
  const column = (name: string): string => columnOf(db, uid, name);
  const found = within(db, trx, db.metadata.get(uid).tableName).where('id', row.id);
  for (const [name, value] of Object.entries(row)) {
    if (typeof value === 'string' && name !== 'publishedAt') found.where(column(name), value);
    else if (value === null && name !== 'publishedAt') found.whereNull(column(name));
  }
  const data = Object.fromEntries(
    Object.entries(changed).map(([name, value]) => [column(name), value])
  );
  const count: number = await found.update(data);
  return count > 0;
}
