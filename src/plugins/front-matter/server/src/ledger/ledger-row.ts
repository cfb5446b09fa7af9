import type { Core } from '@strapi/strapi';

import { documentId } from '../write/document-id';
import type { ColumnValue, TableRow } from '../write/insert-rows';

const toColumn = (type: string, value: unknown): ColumnValue => {
  if (value === null || value === undefined) return null;
  if (type === 'json') return JSON.stringify(value);
  if (type === 'datetime') return new Date(String(value));
  return value as ColumnValue;
};

/**
 * A row of the ledger in the columns of its table, with all that Strapi gives a row of its own.
 * The ledger has no hooks and is written by the hundred thousand: it goes past the entity layer.
 *
 * @param names the attributes to write; every row of a statement has the same
 */
export const ledgerRow = (
  strapi: Core.Strapi,
  uid: string,
  names: readonly string[],
  values: object,
  now: Date
): TableRow => {
  const { attributes } = strapi.db.metadata.get(uid);
  const row: Record<string, ColumnValue> = {
    document_id: documentId(),
    created_at: now,
    updated_at: now,
    published_at: now,
  };
  for (const name of names) {
    const attribute = attributes[name];
    if (attribute === undefined) continue;
    const column = 'columnName' in attribute ? attribute.columnName : undefined;
    row[column ?? name] = toColumn(attribute.type, Reflect.get(values, name));
  }
  return row;
};
