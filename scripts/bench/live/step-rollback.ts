import { root, tell, withApp } from '../boot';
import { type Importer, rollbackWith } from '../import-options';
import { rounded } from '../figures';

/** Undoes the run that is named, and tells how long it took. */
void withApp(root, async (strapi) => {
  const importer = strapi.service('plugin::front-matter.importer') as unknown as Importer;
  const start = performance.now();
  const figures = await rollbackWith(importer, Number(process.argv[2]));
  tell({ ...figures, seconds: rounded((performance.now() - start) / 1000, 3) });
});
