import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { boundHeap } from 'strapi-plugin-kit/cli';
import { root, tell, withApp } from '../../site/boot';
import { peakRss } from '../memory';
import { startClock, type Taken } from './taken';

/** What is used here of the inner files of `permalinks` and `source-links`, which their commands call. */
interface Inner {
  permalinksOf(strapi: Core.Strapi): { readonly types: ReadonlyMap<string, object> };
  checkRows(permalinks: object, type: object): AsyncIterable<readonly object[]>;
  rebuildRows(permalinks: object, type: object): AsyncIterable<readonly object[]>;
  abandonedDocuments(permalinks: object): AsyncIterable<object>;
  rebuildSources(strapi: Core.Strapi, options: object): Promise<object>;
}

const inner = async (plugin: string, file: string): Promise<Partial<Inner>> =>
  import(path.join(root, 'src', 'plugins', plugin, 'dist', 'server', 'src', `${file}.js`));

const load = async (): Promise<Inner> =>
  Object.assign(
    {},
    await inner('permalinks', 'permalinks'),
    await inner('permalinks', 'rebuild/check'),
    await inner('permalinks', 'rebuild/rebuild'),
    await inner('permalinks', 'rebuild/abandoned'),
    await inner('source-links', 'rebuild/rebuild-sources')
  ) as Inner;

/** What is made again is taken away first: each post's slug is claimed, each key written. */
const forget = async ({ db }: Core.Strapi, task: string): Promise<void> => {
  if (task === 'rebuild')
    await db.connection('permalinks_addresses').where('kind', 'slug').delete();
  if (task === 'sources') await db.connection('posts').update({ source_key: null });
};

/** Does one thing with all posts of a site, and tells how long it took and how much memory in all. */
void withApp(root, async (strapi) => {
  const own = await load();
  boundHeap();
  const [task = ''] = process.argv.slice(2);
  const walk = async (rowsOf: Inner['checkRows']): Promise<object> => {
    const permalinks = own.permalinksOf(strapi);
    let faults = 0;
    for (const type of permalinks.types.values()) {
      for await (const page of rowsOf(permalinks, type)) faults += page.length;
    }
    for await (const _ of own.abandonedDocuments(permalinks)) faults += 1;
    return { faults };
  };
  const tasks: Readonly<Record<string, () => Promise<object>>> = {
    check: () => walk(own.checkRows),
    rebuild: () => walk(own.rebuildRows),
    sources: () =>
      own.rebuildSources(strapi, {
        dryRun: false,
        signal: new AbortController().signal,
        onProblem: async () => undefined,
      }),
  };
  await forget(strapi, task);
  const bootedRssMiB = peakRss();
  const clock = startClock();
  const came = await tasks[task]?.();
  const took = clock();
  tell({ ...took, peakRssMiB: peakRss(), bootedRssMiB, came, run: 0 } satisfies Taken);
});
