import type { Core } from '@strapi/strapi';

import { RECORD } from '../../ledger/tables';

/** So many are looked up in no time. */
const FEW = 2000;

/** Whether an archive has few files. */
export const hasFew = async (strapi: Core.Strapi, archive: string): Promise<boolean> => {
  const rows: readonly unknown[] = await strapi.db.query(RECORD).findMany({
    where: { archive },
    select: ['id'],
    orderBy: { id: 'asc' },
    offset: FEW,
    limit: 1,
  });
  return rows.length === 0;
};
