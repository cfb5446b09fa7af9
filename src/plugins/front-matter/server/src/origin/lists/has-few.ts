import type { TableQuery } from 'strapi-plugin-kit/database';

/** So many are looked up in no time. */
const FEW = 10_000;

/** Whether a query has few rows: none that has more is read to its end. */
export const hasFew = async (query: TableQuery): Promise<boolean> => {
  const rows = (await query.offset(FEW).limit(1)) as readonly unknown[];
  return rows.length === 0;
};
