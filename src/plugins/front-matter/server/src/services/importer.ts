import type { Core } from '@strapi/strapi';

import { parseSettings } from '../config/parse-settings';
import { importArchive } from './import/import-archive';
import type { ImportOptions } from './import/options';
import type { ImportReport } from './import/report';

/** `strapi.plugin('front-matter').service('importer')` */
export const importer = ({ strapi }: { strapi: Core.Strapi }) => ({
  import: (options: ImportOptions): Promise<ImportReport> =>
    importArchive(strapi, parseSettings(strapi.config.get('plugin::front-matter')), options),
});

export type Importer = ReturnType<typeof importer>;
