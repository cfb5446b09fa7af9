import type { Core } from '@strapi/strapi';

import { loadRollbacks } from '../../ledger/rollbacks';

/** The run that has undone a run; null for none, and where there is no run. */
export const undoneBy = async (strapi: Core.Strapi, run: number | null): Promise<number | null> =>
  run === null ? null : ((await loadRollbacks(strapi)).rollbackOf(run)?.number ?? null);
