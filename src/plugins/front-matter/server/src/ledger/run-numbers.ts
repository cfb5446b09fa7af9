import type { Core } from '@strapi/strapi';

import { RUN } from './tables';

/** The number that the next run is to have; two that ask at once are told the same. */
export const nextNumber = async (strapi: Core.Strapi): Promise<number> => {
  const [last]: readonly { readonly number: number }[] = await strapi.db.query(RUN).findMany({
    where: { number: { $notNull: true } },
    select: ['number'],
    orderBy: { number: 'desc' },
    limit: 1,
  });
  return (last?.number ?? 0) + 1;
};

/**
 * Gives runs of the release before, which went by the ids of their rows, those ids as numbers: by
 * them the ledger's other rows name their runs. Numbers stay with their rows where ids do not, as
 * in Strapi's own export, import and transfer.
 */
export const numberRuns = async (strapi: Core.Strapi): Promise<void> => {
  const query = () => strapi.db.query(RUN);
  const rows: readonly { readonly id: number }[] = await query().findMany({
    where: { number: { $null: true } },
    select: ['id'],
    orderBy: { id: 'asc' },
  });
  for (const { id } of rows) {
    const isTaken = (await query().count({ where: { number: id } })) > 0;
    const number = isTaken ? await nextNumber(strapi) : id;
    await query().updateMany({ where: { id, number: { $null: true } }, data: { number } });
  }
};
