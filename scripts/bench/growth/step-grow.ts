import { root, tell, withApp } from '../boot';
import { importWith, type Importer } from '../import-options';
import { peakRss } from '../memory';

/** When an import had so many files, in milliseconds since it began. */
export interface Moment {
  readonly found: number;
  readonly at: number;
}

/** What an import took. */
export interface Grown {
  readonly created: number;
  readonly seconds: number;
  readonly peakRssMiB: number;
  readonly bootedRssMiB: number;
  /** After every batch. */
  readonly moments: readonly Moment[];
}

/** Imports the archive that is named, and tells how long each batch took and how much memory in all. */
void withApp(root, async (strapi) => {
  const importer = strapi.service('plugin::front-matter.importer') as unknown as Importer;
  const bootedRssMiB = peakRss();
  const moments: Moment[] = [];
  const start = performance.now();
  const { created, seconds } = await importWith(importer, process.argv[2] ?? '', 'bench', (found) =>
    moments.push({ found, at: performance.now() - start })
  );
  const grown: Grown = { created, seconds, peakRssMiB: peakRss(), bootedRssMiB, moments };
  tell(grown);
});
