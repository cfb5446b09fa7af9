import type { UID } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { columnOf } from 'strapi-plugin-kit/database';

import { column } from '../triggers/sql';

import type { Context } from './find-documents';
import { readRows, sql, value } from './read-rows';
import type { ServedType } from './served-types';
import { termRows } from './term-rows';

/** What documents are listed by: the row of a category, by the relation to it. */
export interface Target {
  readonly relation: string;
  readonly rowId: number;
}

/** What a request asks for by `within[RELATION]=SLUG`; null where it does not. */
const askedFor = (
  query: Context['query'],
  { type }: ServedType
): readonly [string, string] | null => {
  const within: unknown = query['within'];
  if (within === undefined) return null;
  const [only, ...others] =
    typeof within === 'object' && within !== null ? Object.entries(within) : [];
  const known = [...type.relations.keys()];
  if (
    only === undefined ||
    others.length > 0 ||
    !known.includes(only[0]) ||
    typeof only[1] !== 'string'
  ) {
    const names = known.map((name) => `"within[${name}]"`).join(', ');
    throw new errors.ValidationError(
      known.length === 0
        ? '"within" is not for this type.'
        : `"within" is one of ${names}, with one slug.`
    );
  }
  return [only[0], only[1]];
};

/**
 * Finds what a request wants documents to be listed by, by its slug, or by its documentId where it has
 * none.
 *
 * @returns null where the request names nothing
 * @throws ValidationError for another relation, or one that may not be read; NotFoundError
 */
export const findTarget = async (
  ctx: Context,
  served: ServedType,
  locale: string | null
): Promise<Target | null> => {
  const asked = askedFor(ctx.query, served);
  if (asked === null) return null;
  const { strapi, type } = served;
  const [relation, slug] = asked;
  const { target } = strapi.db.metadata.get(type.uid).attributes[relation] as { target: string };
  const { attributes } = strapi.db.metadata.get(target);
  const by = 'slug' in attributes ? 'slug' : 'documentId';
  // Whoever may not filter by it learns nothing of it.
  await strapi.contentAPI.validate.query(
    { filters: { [relation]: { [by]: { $eq: slug } } } },
    strapi.contentType(type.uid as UID.ContentType),
    { auth: ctx.state['auth'] }
  );
  const { db } = strapi;
  const rows = termRows(strapi, target, locale);
  const [row] = await readRows(
    strapi,
    sql`select term.id from ${rows.from} where term.${column(db, columnOf(db, target, by))} = ${value(slug)}
      and ${rows.where} order by term.id limit 1`
  );
  if (row === undefined) throw new errors.NotFoundError();
  return { relation, rowId: Number(row[0]) };
};
