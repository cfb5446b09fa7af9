import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { withDatabase } from '../../site/databases';
import { startWorker, type Worker } from '../../site/workers';
import { runStep } from '../run-step';
import { layStockApp } from '../stock-app';
import { startCompetitor, uncached, withCompetitors } from './servers/competitors';
import {
  type Growth,
  growthOf,
  LARGE_SITE,
  type Medians,
  mediansOf,
  SMALL_SITE,
} from './measures/growth';
import type { Figures } from './measures/measure-request';
import { type Measured, measureAll } from './measure-all';
import { type Ratios, ratiosOf } from './report/ratios';
import { reportGrowth } from './report/report';
import { say, show } from './say';
import { type ReadDatabase, withCopies } from './site/with-copies';

export interface ReadOptions {
  readonly posts: number;
  readonly database: ReadDatabase;
  /** Whether to measure sites of other sizes, too. */
  readonly growth: boolean;
}

/** What a benchmark of reading prints. Null stands for what there is no answer to. */
export interface ReadFigures {
  readonly posts: number;
  readonly database: ReadDatabase;
  readonly requests: Readonly<Record<string, Figures>>;
  readonly ratios: Ratios;
  readonly streamPerSecond: number | null;
  readonly healthP99Ms: number;
  /** Empty where it was not asked for. */
  readonly growth: Growth | Readonly<Record<string, never>>;
}

/** The two that everybody makes who looks at what is slow. */
const OBVIOUS_INDEXES = [
  { name: 'posts_slug', columns: ['slug'] },
  { name: 'posts_date', columns: ['date'] },
];

/** Folders of apps without this project's plugins. */
interface StockApps {
  readonly stockApp: string;
  readonly stockIndexedApp: string;
}

const fill = (app: string, posts: number) => (database: string) =>
  runStep('read/site/step-fill', database, [app, String(posts)]);

/** Makes what this app's database keeps: on a large site that takes minutes beside what is served. */
const keep = (database: string) => runStep('read/site/step-keep', database);

/** Measures everybody on copies of one site. */
const measureSite = (
  generator: Worker,
  { posts, database, growth }: ReadOptions,
  apps: StockApps
): Promise<Measured> =>
  withCopies(database, fill(apps.stockApp, posts), 3, async (databases) => {
    const [stock = '', stockIndexed = '', ours = '', bare = ''] = databases;
    await keep(ours);
    say('starting all servers …');
    return withCompetitors({ ...apps, stock, stockIndexed, ours, bare }, (competitors) =>
      measureAll(generator, competitors, posts, growth)
    );
  });

/** Takes the medians of a site of another size, which has the machine for itself. */
const measureSize = (
  generator: Worker,
  name: ReadDatabase,
  posts: number,
  { stockApp }: StockApps
): Promise<Medians> =>
  withDatabase(name, async (database) => {
    say(`filling a site of ${posts} posts …`);
    await fill(stockApp, posts)(database);
    await keep(database);
    const { port, worker } = await startCompetitor('ours', uncached(database));
    try {
      return await mediansOf(generator, port, posts);
    } finally {
      await worker.kill();
    }
  });

/**
 * Measures what frontends ask for, against stock Strapi with the same rows on one side, and on the
 * other against bare servers that bound it: one with hand-written statements, and one with the
 * answers in memory.
 */
export const benchRead = async (options: ReadOptions): Promise<ReadFigures> => {
  const { posts, database } = options;
  const folder = await mkdtemp(path.join(tmpdir(), 'broadsheet-bench-'));
  const apps: StockApps = {
    stockApp: path.join(folder, 'stock'),
    stockIndexedApp: path.join(folder, 'stock-indexed'),
  };
  const generator = await startWorker('bench/read/generator/step-generate', '');
  try {
    await layStockApp(apps.stockApp, []);
    await layStockApp(apps.stockIndexedApp, OBVIOUS_INDEXES);
    say(`filling a site of ${posts} posts, and copying it …`);
    const { medians, requests, streamPerSecond, health } = await measureSite(
      generator,
      options,
      apps
    );
    const bySize = new Map<number, Medians>();
    if (medians !== null) {
      bySize.set(posts, medians);
      for (const size of [SMALL_SITE, LARGE_SITE]) {
        if (size !== posts) {
          bySize.set(size, await measureSize(generator, database, size, apps));
        }
      }
      show(reportGrowth(growthOf(bySize)));
    }
    return {
      posts,
      database,
      requests,
      ratios: ratiosOf(requests),
      streamPerSecond,
      healthP99Ms: health.healthP99Ms,
      growth: medians === null ? {} : growthOf(bySize),
    };
  } finally {
    await generator.stop();
    await rm(folder, { recursive: true, force: true });
  }
};
