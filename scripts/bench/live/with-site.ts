import type { ImportFigures } from '../../site/import-options';
import { type DatabaseName, withDatabase } from '../../site/databases';
import { type Site, startSite } from '../../site/start-site';
import type { ToImport } from './step-serve';

/**
 * Does work on a site that serves and has posts already.
 *
 * @param before the folder of the archive that they come from
 * @param variables what the site's environment says beside the database
 */
export const withSite = <Result>(
  name: DatabaseName,
  before: string,
  work: (site: Site, database: string) => Promise<Result>,
  variables: Readonly<Record<string, string>> = {}
): Promise<Result> =>
  withDatabase(name, async (database) => {
    const site = await startSite('bench/live/step-serve', database, { output: 'kept', variables });
    try {
      const toImport: ToImport = { location: before, name: 'before' };
      await site.ask<ImportFigures>('import', toImport);
      return await work(site, database);
    } finally {
      await site.stop();
    }
  });
