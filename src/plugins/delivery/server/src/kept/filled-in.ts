import type { Database } from 'strapi-plugin-kit/database';
import type { KeptType } from './kept-types';
import { STATE } from '../triggers/names';
import { table, text } from '../triggers/sql';

/** What rows of a type are counted under: all, or those of a relation; undefined where these are not. */
export const listOf = (type: KeptType, relation: string | null): string | undefined =>
  relation === null ? type.name : type.relations.get(relation)?.name;

/** Whether what is kept of a type is there: another process may be making it anew. */
export const isFilledIn = (db: Database, { name }: KeptType): string =>
  `exists (
    select 1 from ${table(db, STATE)}
    where name = ${text(name)} and mark <> '' and filled_to >= fill_to
  )`;
