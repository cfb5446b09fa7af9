import type { UID } from '@strapi/strapi';
import { contentTypes, errors } from '@strapi/utils';
import { findColumn } from 'strapi-plugin-kit/database';

import { actualLinked, counted } from '../kept/counted';
import { isFilledIn } from '../kept/filled-in';
import { column } from '../triggers/sql';
import { readRows, sql, type Text, value } from './read-rows';
import type { ServedType } from './served-types';
import { termRows } from './term-rows';

/** Which terms are asked for. */
export interface TermPage {
  /** `count`, or an attribute of the terms. */
  readonly sort: string;
  readonly direction: 'asc' | 'desc';
  readonly offset: number;
  readonly limit: number;
  readonly locale: string | null;
}

/** A term, by its row, with how many public documents it has. */
export interface TermCount {
  readonly rowId: number;
  readonly count: number;
}

/** The column that terms are sorted by; null for `count`. */
const sortColumn = ({ strapi }: ServedType, target: string, sort: string): string | null => {
  if (sort === 'count') return null;
  const schema = strapi.contentType(target as UID.ContentType);
  const type = (schema.attributes as Record<string, { readonly type: string } | undefined>)[sort]
    ?.type;
  const found = findColumn(strapi.db, target, sort);
  const isSortable =
    type !== undefined && type !== 'password' && type !== 'json' && type !== 'blocks';
  if (!isSortable || found === undefined || contentTypes.isPrivateAttribute(schema, sort)) {
    throw new errors.ValidationError(`"sort" is "count", or an attribute, with ":asc" or ":desc".`);
  }
  return `term.${column(strapi.db, found)}`;
};

const pageOf = (
  served: ServedType,
  target: string,
  numbers: string,
  isFilled: string,
  { sort, direction, offset, limit, locale }: TermPage
): Text => {
  const { from, where } = termRows(served.strapi, target, locale);
  const inLocale =
    locale === null || served.type.locale === null ? sql`` : sql` where locale = ${value(locale)}`;
  const by = sortColumn(served, target, sort) ?? 'number';
  return sql`select term.id, coalesce(counted.number, 0) as number,
      case when ${isFilled} then 1 end as filled
    from ${from} left join (
      select target_id, sum(number) as number from (${numbers}) as numbers${inLocale} group by target_id
    ) as counted on counted.target_id = term.id
    where ${where}
    order by ${by} ${direction}, term.id limit ${value(limit)} offset ${value(offset)}`;
};

/** The terms of a type, with how many documents each lists by a relation: of what is kept, or counted. */
export const termCounts = async (
  served: ServedType,
  relation: string,
  target: string,
  page: TermPage
): Promise<{ readonly terms: readonly TermCount[]; readonly total: number }> => {
  const { strapi, type, kept } = served;
  const { db } = strapi;
  const links = type.relations.get(relation);
  if (links === undefined) throw new errors.NotFoundError();
  const read = (numbers: string, isFilled: string) =>
    readRows(strapi, pageOf(served, target, numbers, isFilled, page));
  let rows = kept.isFilled(type.uid)
    ? await read(counted(db, links.name), isFilledIn(db, type))
    : [];
  if (rows.length === 0 || rows[0]?.[2] === null) {
    rows = await read(actualLinked(db, type)[type.links.indexOf(links)] ?? '', '1 = 1');
  }
  const { from, where } = termRows(strapi, target, page.locale);
  const [all] = await readRows(strapi, sql`select count(*) from ${from} where ${where}`);
  return {
    terms: rows.map(([id, number]) => ({ rowId: Number(id), count: Number(number) })),
    total: Number(all?.[0]),
  };
};
