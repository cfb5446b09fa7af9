import { lowerPriority } from 'strapi-plugin-kit/cli';
import { root, tell, withApp } from '../../site/boot';
import type { Importer } from 'strapi-plugin-front-matter/importer';
import { type RollbackFigures, rollbackWith } from '../../site/import-options';
import { rounded } from '../figures';

// As the command does.
lowerPriority();

/** Undoes the runs that are named, one after the other, and tells how long it took. */
void withApp(root, async (strapi) => {
  const importer = strapi.service('plugin::front-matter.importer') as Importer;
  const start = performance.now();
  const figures: RollbackFigures[] = [];
  for (const run of process.argv.slice(2)) figures.push(await rollbackWith(importer, Number(run)));
  tell({ figures, seconds: rounded((performance.now() - start) / 1000, 3) });
});
