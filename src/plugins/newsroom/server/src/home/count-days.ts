import type { Core } from '@strapi/strapi';
import { columnOf } from 'strapi-plugin-kit/database';

import type { Day } from './days';
import type { QueryBuilder } from './newest-rows';
import type { ReadableType } from './readable-types';

/** How many of a type were published until the end of each day, from the first one on. */
const countUntil = async (
  { db }: Core.Strapi,
  { uid, where }: ReadableType,
  days: readonly Day[]
): Promise<readonly number[]> => {
  const [from, until] = [days[0]?.from, days.at(-1)?.until];
  const published = (db.queryBuilder(uid) as unknown as QueryBuilder)
    .select(['id', 'publishedAt'])
    .where({ $and: [where(), { publishedAt: { $gte: from, $lt: until } }] })
    .getKnexQuery();
  const { connection } = db;
  const column = `published.${columnOf(db, uid, 'publishedAt')}`;
  const counts = days.map((day, index) =>
    connection.raw('count(case when ?? < ? then 1 end) as ??', [
      ...[column, new Date(day.until), `until_${index}`],
    ])
  );
  const [row]: readonly Readonly<Record<string, unknown>>[] = await connection
    .select(counts)
    .from(published.as('published'));
  return days.map((_, index) => Number(row?.[`until_${index}`]));
};

/**
 * How many documents were published in each of some days, of all types together: each language of a document
 * counts, and one that is published again counts on the day when that was. Each type is read once.
 */
export const countDays = async (
  strapi: Core.Strapi,
  types: readonly ReadableType[],
  days: readonly Day[]
): Promise<readonly number[]> => {
  let sums: readonly number[] = days.map(() => 0);
  for (const type of types) {
    const counts = await countUntil(strapi, type, days);
    sums = sums.map((sum, index) => sum + (counts[index] ?? 0));
  }
  return sums.map((sum, index) => sum - (sums[index - 1] ?? 0));
};
