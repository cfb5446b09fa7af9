import { giveWay } from 'strapi-plugin-kit/cli';
import { root, tell, withApp } from './boot';
import { importWith, type Importer } from './import-options';
import { peakRss } from './memory';

// As the command does.
giveWay();

/** Imports the archive that is named, and tells how fast, and in how much memory beyond Strapi's own. */
void withApp(root, async (strapi) => {
  const importer = strapi.service('plugin::front-matter.importer') as unknown as Importer;
  const bootedRssMiB = peakRss();
  let batches = 0;
  const figures = await importWith(importer, process.argv[2] ?? '', 'bench', {
    onProgress: () => {
      batches += 1;
    },
  });
  tell({ ...figures, batches, peakRssMiB: peakRss(), bootedRssMiB });
});
