import { root } from '../../../site/boot';
import { startWorker, type Worker } from '../../../site/workers';
import type { Usage } from './usage';

/** Who answers the same requests, from stock Strapi to what nobody can be faster than. */
export const COMPETITORS = ['stock', 'stockIndexed', 'ours', 'cached', 'bare', 'memory'] as const;
export type CompetitorName = (typeof COMPETITORS)[number];

/** A server in a process of its own. */
export interface Competitor {
  readonly name: CompetitorName;
  readonly port: number;
  readonly worker: Worker;
  /** Of the process before its first request, in MiB. */
  readonly restRssMiB: number;
}

/** What a server is started from. */
export interface Place {
  readonly step: 'step-app' | 'step-bare' | 'step-memory';
  readonly database: string;
  readonly words: readonly string[];
}

/** Databases with the same rows, and folders of stock apps. */
export interface Places {
  readonly stock: string;
  readonly stockIndexed: string;
  readonly ours: string;
  readonly bare: string;
  readonly stockApp: string;
  readonly stockIndexedApp: string;
}

/** This app without its cache. */
export const uncached = (database: string): Place => ({
  step: 'step-app',
  database,
  words: [root, 'off'],
});

const placesOf = (at: Places): Readonly<Record<CompetitorName, Place>> => ({
  stock: { step: 'step-app', database: at.stock, words: [at.stockApp] },
  stockIndexed: { step: 'step-app', database: at.stockIndexed, words: [at.stockIndexedApp] },
  ours: uncached(at.ours),
  cached: { step: 'step-app', database: at.ours, words: [root] },
  bare: { step: 'step-bare', database: at.bare, words: [] },
  memory: { step: 'step-memory', database: '', words: [] },
});

export const startCompetitor = async (
  name: CompetitorName,
  { step, database, words }: Place
): Promise<Competitor> => {
  const worker = await startWorker(`bench/read/servers/${step}`, database, words);
  const port = await worker.ask<number>('port');
  const { rssMiB } = await worker.ask<Usage>('usage');
  return { name, port, worker, restRssMiB: rssMiB };
};

/** Does work while all competitors serve. */
export const withCompetitors = async <Result>(
  at: Places,
  work: (competitors: readonly Competitor[]) => Promise<Result>
): Promise<Result> => {
  const places = placesOf(at);
  const competitors: Competitor[] = [];
  try {
    // One after the other: the first to boot on a database makes what the next finds there.
    for (const name of COMPETITORS) competitors.push(await startCompetitor(name, places[name]));
    return await work(competitors);
  } finally {
    for (const { worker } of competitors) await worker.kill();
  }
};
