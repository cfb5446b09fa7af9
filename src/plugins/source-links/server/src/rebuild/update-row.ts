import type { Core, UID } from '@strapi/strapi';
import type { Row } from '../hooks/row';

type Transaction = Parameters<Parameters<Core.Strapi['db']['transaction']>[0]>[0]['trx'];

/**
 * Writes attributes of a row by its columns, which leaves `updatedAt` as it was: a document would
 * otherwise be shown as modified. A row that is not as it was read, since somebody has saved it in
 * the meantime, is left alone: saving has made it what it should be.
 * @param row its `id`, and its attributes as they were read; those without a column are not looked at
 * @returns whether the row was written
 */
export async function updateRow(
  strapi: Core.Strapi,
  trx: Transaction,
  uid: UID.ContentType,
  row: Row,
  changed: Row
): Promise<boolean> {
  const { tableName, attributes } = strapi.db.metadata.get(uid);
  const columnOf = (name: string): string => {
    const attribute = attributes[name];
    return attribute !== undefined && 'columnName' in attribute
      ? (attribute.columnName ?? name)
      : name;
  };
  const found = strapi.db.getConnection(tableName).transacting(trx).where('id', Number(row['id']));
  for (const [name, value] of Object.entries(row)) {
    if (typeof value === 'string' && name !== 'publishedAt') found.where(columnOf(name), value);
    else if (value === null && name !== 'publishedAt') found.whereNull(columnOf(name));
  }
  const data = Object.fromEntries(
    Object.entries(changed).map(([name, value]) => [columnOf(name), value])
  );
  const count: number = await found.update(data);
  return count > 0;
}
