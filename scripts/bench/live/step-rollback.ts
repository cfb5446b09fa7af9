import { giveWay } from 'strapi-plugin-kit/cli';
import { root, tell, withApp } from '../boot';
import { type Importer, type RollbackFigures, rollbackWith } from '../import-options';
import { rounded } from '../figures';

// As the command does.
giveWay();

/** Undoes the runs that are named, one after the other, and tells how long it took. */
void withApp(root, async (strapi) => {
  const importer = strapi.service('plugin::front-matter.importer') as unknown as Importer;
  const start = performance.now();
  const figures: RollbackFigures[] = [];
  for (const run of process.argv.slice(2)) figures.push(await rollbackWith(importer, Number(run)));
  tell({ figures, seconds: rounded((performance.now() - start) / 1000, 3) });
});
