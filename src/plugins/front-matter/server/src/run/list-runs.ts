import type { Core } from '@strapi/strapi';

import { runs, type Run } from '../ledger/runs';
import { isDead } from './heartbeat/is-dead';

/** The newest runs first. One whose process has died is listed as interrupted, though nobody has marked it yet. */
export const listRuns = async (strapi: Core.Strapi, limit: number): Promise<Run[]> =>
  (await runs(strapi).list(limit)).map((run) =>
    run.status === 'running' && isDead(run) ? { ...run, status: 'interrupted' } : run
  );
