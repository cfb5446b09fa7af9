import type { Core } from '@strapi/strapi';
import {
  columnOf,
  type ColumnValue,
  newDocumentId,
  type TableRows,
} from 'strapi-plugin-kit/database';

/** How a value that is there goes into its column. */
type ToColumn = (value: unknown) => ColumnValue;

const asItIs: ToColumn = (value) => value as ColumnValue;

const BY_TYPE: Readonly<Record<string, ToColumn>> = {
  json: (value) => JSON.stringify(value),
  datetime: (value) => new Date(String(value)),
};

/** What Strapi gives every row of its own. */
const OWN = ['document_id', 'created_at', 'updated_at', 'published_at'];

/**
 * Rows of the ledger in the columns of their table. The ledger has no hooks and is written by the
 * hundred thousand: it goes past the entity layer.
 *
 * @param names the attributes to write
 * @param forms for attributes that are stored in another form than their types have
 */
export const ledgerRows = <Name extends string>(
  strapi: Core.Strapi,
  uid: string,
  names: readonly Name[],
  values: readonly Readonly<Partial<Record<Name, unknown>>>[],
  forms: Readonly<Record<string, ToColumn>> = {}
): TableRows => {
  const { attributes } = strapi.db.metadata.get(uid);
  const columns = names.flatMap((name) => {
    const attribute = attributes[name];
    if (attribute === undefined) return [];
    const column = columnOf(strapi.db, uid, name);
    return [{ name, column, toColumn: forms[name] ?? BY_TYPE[attribute.type] ?? asItIs }];
  });
  const now = new Date();
  return {
    columns: [...OWN, ...columns.map(({ column }) => column)],
    rows: values.map((row) => {
      const cells: ColumnValue[] = [newDocumentId(), now, now, now];
      for (const { name, toColumn } of columns) {
        const value: unknown = row[name];
        cells.push(value === null || value === undefined ? null : toColumn(value));
      }
      return cells;
    }),
  };
};
