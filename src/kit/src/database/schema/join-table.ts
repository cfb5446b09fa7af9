import type { Database } from '../connections/connection';

/** The table that keeps a relation, seen from one of its ends. */
export interface JoinTable {
  readonly name: string;
  /** Column with the row id of the end that it is seen from. */
  readonly source: string;
  /** Column with the row id of the other end. */
  readonly target: string;
  /** Column with the place of the target among the source's; from 1. */
  readonly order: string | null;
  /** Column with the place of the source among the target's, where the relation goes both ways; from 1. */
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
export const joinTableOf = (db: Database, uid: string, attribute: string): JoinTable | null => {
  const raw = db.metadata.get(uid).attributes[attribute] as
    { joinTable?: RawJoinTable } | undefined;
  if (raw?.joinTable === undefined) return null;
  const { name, joinColumn, inverseJoinColumn, orderColumnName, inverseOrderColumnName } =
    raw.joinTable;
  return {
    name,
    source: joinColumn.name,
    target: inverseJoinColumn.name,
    order: orderColumnName ?? null,
    inverseOrder: inverseOrderColumnName ?? null,
  };
};
