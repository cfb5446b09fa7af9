import type { Core } from '@strapi/strapi';
import { joinTableOf } from 'strapi-plugin-kit/database';

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

/** A relation's table; null where it has none. */
export const readJoinTable = (
  strapi: Core.Strapi,
  uid: string,
  attribute: string
): JoinTable | null => {
  const table = joinTableOf(strapi.db, uid, attribute);
  if (table === null) return null;
  const { source, target, ...rest } = table;
  return { ...rest, post: source, term: target };
};
