import type { Core } from '@strapi/strapi';
import type { Archive, OpenOptions } from '../archive/archive';
import { openArchive } from '../archive/open-archive';
import { parseSettings } from '../config/parse-settings';
import { loadRollbacks } from '../ledger/rollbacks';
import type { Run } from '../ledger/runs';
import { listRuns } from '../run/list-runs';
import { importArchive } from '../import/import-archive';
import type { ImportOptions } from '../import/job/options';
import type { ImportReport } from '../import/job/report';
import type { RollbackOptions } from '../rollback/job/options';
import type { RollbackReport } from '../rollback/job/report';
import { rollbackRun } from '../rollback/rollback-run';

/** A run, and the rollback that it is undone by. */
export interface ListedRun extends Run {
  readonly undoneBy: number | null;
}

/** Imports archives: `strapi.plugin('front-matter').service('importer')`. */
export const importer = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** @throws ArchiveError for a location that is no archive */
  open: (location: string, options: OpenOptions): Promise<Archive> =>
    openArchive(location, options),

  /** @see importArchive */
  import: (options: ImportOptions): Promise<ImportReport> =>
    importArchive(strapi, parseSettings(strapi.config.get('plugin::front-matter')), options),

  /** @see rollbackRun */
  rollback: (options: RollbackOptions): Promise<RollbackReport> =>
    rollbackRun(strapi, parseSettings(strapi.config.get('plugin::front-matter')), options),

  /** The newest runs first. */
  async runs(limit: number): Promise<readonly ListedRun[]> {
    const listed = await listRuns(strapi, limit);
    const rollbacks = await loadRollbacks(strapi);
    return listed.map((run) => ({
      ...run,
      undoneBy: rollbacks.rollbackOf(run.number)?.number ?? null,
    }));
  },
});

export type Importer = ReturnType<typeof importer>;
