import { type Database, engineOf, type Transaction } from 'strapi-plugin-kit/database';
import { actual, actualByDay, counted } from './counted';
import type { KeptType } from './kept-types';
import { PREFIX } from '../triggers/names';

/**
 * Adds to the counts of all rows of a type, and of those of each day, what they lack. One statement sees the rows and what is
 * counted of them at one moment: whatever others write meanwhile is in both or in neither.
 */
export const correctCounts = async (
  db: Database,
  trx: Transaction,
  type: KeptType
): Promise<void> => {
  const correct = async (list: string, query: string): Promise<void> => {
    const difference = `select list, target_id, locale, sum(number) as difference from (
        ${query}
        union all
        select list, target_id, locale, -number from (${counted(db, list)}) as kept
      ) as both_of
      group by list, target_id, locale having sum(number) <> 0`;
    await trx.raw(engineOf(db).keeping.addToCounts(db, PREFIX, difference));
  };
  await correct(type.name, actual(db, type));
  if (type.days !== null) await correct(type.days, actualByDay(db, type, type.days));
};
