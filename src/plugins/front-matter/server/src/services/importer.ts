import type { Core } from '@strapi/strapi';
import type { Archive, OpenOptions } from '../archive/archive';
import { openArchive } from '../archive/open-archive';
import { parseSettings } from '../config/parse-settings';
import { loadRollbacks } from '../ledger/rollbacks';
import { runs, type Run } from '../ledger/runs';
import { importArchive } from './import/import-archive';
import type { ImportOptions } from './import/options';
import type { ImportReport } from './import/report';
import type { RollbackOptions, RollbackReport } from './rollback/report';
import { rollbackRun } from './rollback/rollback-run';

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
    const listed = await runs(strapi).list(limit);
    const rollbacks = await loadRollbacks(strapi);
    return listed.map((run) => ({
      ...run,
      undoneBy: rollbacks.undoing(run.number)?.number ?? null,
    }));
  },
});

export type Importer = ReturnType<typeof importer>;
