import type { Core } from '@strapi/strapi';

import type { Named, NamedRelation } from '../panel/contract';
import { namedRelations } from '../panel/named-relations';
import { mayWithAll } from '../permissions/all-documents';
import { extendLists, type Row } from './extend-lists';
import { readNames } from './read-names';

const isCounted = (value: unknown): value is Named =>
  typeof value === 'object' && value !== null && 'count' in value && Number(value.count) > 0;

/** Adds names to the counts of a relation, for those rows of a list that tell one. */
const nameIn = async (
  strapi: Core.Strapi,
  uid: string,
  relation: NamedRelation,
  rows: readonly Row[]
): Promise<readonly Row[]> => {
  const { attribute } = relation;
  const ids = rows.flatMap(({ id, [attribute]: related }) =>
    typeof id === 'number' && isCounted(related) ? [id] : []
  );
  const names = await readNames(strapi, uid, relation, ids);
  return rows.map((row) => {
    const found = names.get(Number(row['id']));
    if (found === undefined) return row;
    return { ...row, [attribute]: { ...(row[attribute] as Named), names: found } };
  });
};

/** What is left out of an answer may not be read, and a list that is none has nothing to name. */
const isTold = (rows: readonly Row[], { attribute }: NamedRelation): boolean =>
  rows.some((row) => isCounted(row[attribute]));

/**
 * Has the content manager's lists tell what related documents are called, and not only how many there are: in a
 * statement for each relation, and not for each row. To be called by `register`.
 */
export const nameRelations = (strapi: Core.Strapi, types: ReadonlySet<string>): void =>
  extendLists(strapi, async (ctx, uid, results) => {
    if (!types.has(uid)) return results;
    let rows = results;
    for (const relation of namedRelations(strapi, uid)) {
      if (
        isTold(rows, relation) &&
        (await mayWithAll(strapi, ctx, relation.target, 'read', relation.name))
      ) {
        rows = await nameIn(strapi, uid, relation, rows);
      }
    }
    return rows;
  });
