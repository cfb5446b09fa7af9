import { root, tell, withApp } from '../boot';
import { importWith, rollbackWith, type Importer } from '../import-options';
import { peakRss } from '../memory';
import { startClock, type Taken } from './taken';

/** What is to be done, and the archive or the number of the run that it is done with. */
const [task = '', what = ''] = process.argv.slice(2);

/** Does one thing with an archive, and tells how long it took and how much memory in all. */
void withApp(root, async (strapi) => {
  const importer = strapi.service('plugin::front-matter.importer') as unknown as Importer;
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
