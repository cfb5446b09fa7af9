import type { Core } from '@strapi/strapi';

/** The table that keeps a many-to-many relation, seen from the post. */
export interface JoinTable {
  readonly name: string;
  /** Column with the post's row id. */
  readonly post: string;
  /** Column with the term's row id. */
  readonly term: string;
  /** Column with the place of the term among the post's; from 1. */
  readonly order: string | null;
  /** Column with the place of the post among the term's, where the relation goes both ways; from 1. */
  readonly inverseOrder: string | null;
}

interface RawJoinTable {
  readonly name: string;
  readonly joinColumn: { readonly name: string };
  readonly inverseJoinColumn: { readonly name: string };
  readonly orderColumnName?: string;
  readonly inverseOrderColumnName?: string;
}

/** Reads a relation's table from the database layer's metadata; null where it has none. */
export const readJoinTable = (
  strapi: Core.Strapi,
  uid: string,
  attribute: string
): JoinTable | null => {
  const raw = strapi.db.metadata.get(uid).attributes[attribute] as
    { joinTable?: RawJoinTable } | undefined;
  if (raw?.joinTable === undefined) return null;
  const { name, joinColumn, inverseJoinColumn, orderColumnName, inverseOrderColumnName } =
    raw.joinTable;
  return {
    name,
    post: joinColumn.name,
    term: inverseJoinColumn.name,
    order: orderColumnName ?? null,
    inverseOrder: inverseOrderColumnName ?? null,
  };
};
