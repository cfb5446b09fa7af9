import type { Core } from '@strapi/strapi';
import { type Transaction, within } from 'strapi-plugin-kit/database';

interface LinkTable {
  readonly name: string;
  readonly column: string;
}

interface RawRelation {
  readonly type: string;
  readonly target?: string;
  readonly joinTable?: {
    readonly name: string;
    readonly inverseJoinColumn?: { readonly name: string };
  };
  readonly joinColumn?: { readonly name: string };
  readonly owner?: boolean;
}

/** Every table of this app in which rows of a type can be linked to by others. */
const tablesTo = (strapi: Core.Strapi, uid: string): LinkTable[] => {
  const tables = new Map<string, LinkTable>();
  for (const model of strapi.db.metadata.values()) {
    for (const attribute of Object.values(model.attributes) as readonly RawRelation[]) {
      if (attribute.type !== 'relation' || attribute.target !== uid) continue;
      const { joinTable, joinColumn, owner } = attribute;
      const table =
        joinTable?.inverseJoinColumn !== undefined
          ? { name: joinTable.name, column: joinTable.inverseJoinColumn.name }
          : joinColumn !== undefined && owner === true
            ? { name: model.tableName, column: joinColumn.name }
            : null;
      if (table !== null) tables.set(`${table.name}.${table.column}`, table);
    }
  }
  return [...tables.values()];
};

/** The rows of a type, of those given, that anything in this app is linked to. */
export const findLinked = async (
  strapi: Core.Strapi,
  trx: Transaction,
  uid: string,
  rows: readonly number[]
): Promise<ReadonlySet<number>> => {
  const linked = new Set<number>();
  for (const { name, column } of tablesTo(strapi, uid)) {
    const found = (await within(strapi.db, trx, name)
      .whereIn(column, rows)
      .distinct(column)) as readonly Readonly<Record<string, number>>[];
    for (const row of found) linked.add(row[column] ?? 0);
  }
  return linked;
};
