import type { Core } from '@strapi/strapi';
import type { Archive, OpenOptions } from '../archive/archive';
import { openArchive } from '../archive/open-archive';
import { parseSettings } from '../config/parse-settings';
import { importArchive } from './import/import-archive';
import type { ImportOptions } from './import/options';
import type { ImportReport } from './import/report';

/** Imports archives: `strapi.plugin('front-matter').service('importer')`. */
export const importer = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** @throws ArchiveError for a location that is no archive */
  open: (location: string, options: OpenOptions): Promise<Archive> =>
    openArchive(location, options),

  /** @see importArchive */
  import: (options: ImportOptions): Promise<ImportReport> =>
    importArchive(strapi, parseSettings(strapi.config.get('plugin::front-matter')), options),
});

export type Importer = ReturnType<typeof importer>;
