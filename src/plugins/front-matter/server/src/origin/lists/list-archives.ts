import type { Core } from '@strapi/strapi';

import { RUN } from '../../ledger/tables';

/** The names of all archives that imports have read, in order: runs are few. */
export const listArchives = async (strapi: Core.Strapi): Promise<readonly string[]> => {
  const runs: readonly { readonly archive: string | null }[] = await strapi.db
    .query(RUN)
    .findMany({ where: { kind: 'import' }, select: ['archive'] });
  return [...new Set(runs.flatMap(({ archive }) => archive ?? []))].toSorted();
};
