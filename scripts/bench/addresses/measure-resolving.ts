import { root } from '../../site/boot';
import { median, rounded } from '../figures';
import { load, request } from '../load';
import { startWorker } from '../../site/workers';
import { type SiteSize, visitedUrls } from './site';
import type { Planned } from './step-site';

const CONNECTIONS = 16;
const WARM_UP_SECONDS = 3;
const ROUND_SECONDS = 3;
const ROUNDS = 5;

/** Look-ups a second. */
export interface Resolving {
  readonly barePerSecond: number;
  readonly resolvePerSecond: number;
  readonly ratioToBare: number;
}

/** Measures `resolve` against a bare server that sends the statements that `resolve` itself sends. */
export const measureResolving = async (
  database: string,
  size: SiteSize,
  say: (text: string) => void
): Promise<Resolving> => {
  const app = await startWorker('bench/addresses/step-site', database, [root]);
  try {
    const [url = ''] = visitedUrls(size, 1);
    await app.ask('plans', url);
    const planned = await app.ask<Planned[]>('plans', url);
    for (const { sql, plan } of planned) say([sql, ...plan].join('\n    '));
    const statements = planned.map(({ sql }) => sql);
    const bare = await startWorker('bench/addresses/step-bare', database, statements);
    try {
      const ports = [await bare.ask<number>('port'), await app.ask<number>('port')] as const;
      for (const port of ports) await rate(port, size, WARM_UP_SECONDS);
      const rates: [number[], number[]] = [[], []];
      for (let round = 0; round < ROUNDS; round += 1) {
        rates[0].push(await rate(ports[0], size, ROUND_SECONDS, round));
        rates[1].push(await rate(ports[1], size, ROUND_SECONDS, round));
      }
      const [barePerSecond, resolvePerSecond] = rates.map(median) as [number, number];
      return {
        barePerSecond: rounded(barePerSecond),
        resolvePerSecond: rounded(resolvePerSecond),
        ratioToBare: rounded(resolvePerSecond / barePerSecond, 3),
      };
    } finally {
      await bare.stop();
    }
  } finally {
    await app.stop();
  }
};

const rate = async (port: number, size: SiteSize, seconds: number, seed = 0): Promise<number> => {
  const { answers, seconds: taken } = await load(port, during(seconds, size, seed), CONNECTIONS);
  return answers / taken;
};

function* during(seconds: number, size: SiteSize, seed: number): Generator<string> {
  const end = performance.now() + seconds * 1000;
  for (const url of visitedUrls(size, seed + 1)) {
    if (performance.now() > end) return;
    yield request('GET', `/api/permalinks/resolve?url=${encodeURIComponent(url)}`);
  }
}
