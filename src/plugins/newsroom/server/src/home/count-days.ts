import type { Core } from '@strapi/strapi';

import type { Day } from './days';
import type { ReadableType } from './readable-types';

/**
 * How many documents were published in each of some days, of all types together: each language of a document
 * counts, and one that is published again counts on the day when that was.
 */
export const countDays = async (
  { db }: Core.Strapi,
  types: readonly ReadableType[],
  days: readonly Day[]
): Promise<readonly number[]> => {
  const counts: number[] = [];
  // One after the other: together they would take all connections from everybody else.
  for (const { from, until } of days) {
    let count = 0;
    for (const { uid, where } of types) {
      const published = { publishedAt: { $gte: from, $lt: until } };
      count += await db.query(uid).count({ where: { $and: [where(), published] } });
    }
    counts.push(count);
  }
  return counts;
};
