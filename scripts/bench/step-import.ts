import { lowerPriority } from 'strapi-plugin-kit/cli';
import { root, tell, withApp } from '../site/boot';
import type { Importer } from 'strapi-plugin-front-matter/importer';
import { startReader } from 'strapi-plugin-front-matter/reader';
import { importWith } from '../site/import-options';
import { peakRss } from './memory';

// As the command does.
lowerPriority();
const reader = startReader();

/** Imports the archive that is named, and tells how fast, and in how much memory beyond Strapi's own. */
void withApp(root, async (strapi) => {
  const importer = strapi.service('plugin::front-matter.importer') as Importer;
  const bootedRssMiB = peakRss();
  let batches = 0;
  const figures = await importWith(importer, process.argv[2] ?? '', 'bench', {
    reader,
    onProgress: () => {
      batches += 1;
    },
  });
  tell({ ...figures, batches, peakRssMiB: peakRss(), bootedRssMiB });
});
