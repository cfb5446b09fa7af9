import { root, tell, withApp } from '../../site/boot';
import type { Importer } from 'strapi-plugin-front-matter/importer';
import { importWith, rollbackWith } from '../../site/import-options';
import { peakRss } from '../memory';
import { startClock, type Taken } from './taken';

/** What is to be done, and the archive or the number of the run that it is done with. */
const [task = '', what = ''] = process.argv.slice(2);

/** Does one thing with an archive, and tells how long it took and how much memory in all. */
void withApp(root, async (strapi) => {
  const importer = strapi.service('plugin::front-matter.importer') as Importer;
  const tasks: Readonly<Record<string, () => Promise<object>>> = {
    import: () => importWith(importer, what, 'bench'),
    'dry-run': () => importWith(importer, what, 'bench', { dryRun: true }),
    rollback: () => rollbackWith(importer, Number(what)),
  };
  const bootedRssMiB = peakRss();
  const clock = startClock();
  const came = await tasks[task]?.();
  const took = clock();
  const [last] = await importer.runs(1);
  tell({
    ...took,
    peakRssMiB: peakRss(),
    bootedRssMiB,
    came,
    run: last?.number ?? 0,
  } satisfies Taken);
});
