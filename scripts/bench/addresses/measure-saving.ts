import { median, rounded } from '../figures';
import { load, request } from '../load';
import { startWorker, type Worker } from '../../site/workers';
import { documentIdOf } from './site';
import type { SaveRound } from './step-site';

/** Rounds of each way to save, in turns; the first warms up and does not count. */
const ROUNDS = 12;
const SAVES = 25;
/** Posts that one way to save goes through, and no other touches. */
const APART = ROUNDS * SAVES;

/** An app, and a database of its own with the same site in it. */
export interface Measured {
  readonly app: string;
  readonly database: string;
  /** What its environment says beside. */
  readonly variables?: Readonly<Record<string, string>>;
}

interface Price {
  readonly withoutMs: number;
  readonly withMs: number;
  readonly ratio: number;
}

/** Milliseconds a save. */
export interface Saving {
  readonly saving: {
    /** A title, through the Document Service. */
    readonly update: Price;
    /** A title of a draft that was never published, whose slug follows it. */
    readonly rewrite: Price;
    /** A title, by PUT; REST publishes what it updates. */
    readonly put: Price;
    /** A new post with a category, published. */
    readonly create: Price;
  };
}

type Save = (round: SaveRound) => Promise<number>;

/** Measures what saving a post costs in one app and in another, in turns. */
export const measureSaving = async (withIt: Measured, withoutIt: Measured): Promise<Saving> => {
  const workers: Worker[] = [];
  try {
    for (const { app, database, variables = {} } of [withoutIt, withIt]) {
      workers.push(await startWorker('bench/addresses/step-site', database, [app], { variables }));
    }
    const ways = await Promise.all(workers.map(waysToSave));
    const price = async (name: keyof Saving['saving'], from: number): Promise<Price> => {
      const times: number[][] = [[], []];
      for (let round = 0; round < ROUNDS; round += 1) {
        // Whoever goes first finds the caches cold: they take it in turns.
        for (const side of round % 2 === 0 ? [0, 1] : [1, 0]) {
          const spent = await ways[side]?.[name]({ from: from + round * SAVES, count: SAVES });
          if (round > 0 && spent !== undefined) times[side]?.push(spent);
        }
      }
      const [withoutMs, withMs] = times.map(median) as [number, number];
      return {
        withoutMs: rounded(withoutMs, 2),
        withMs: rounded(withMs, 2),
        ratio: rounded(withMs / withoutMs, 2),
      };
    };
    const update = await price('update', 0);
    const put = await price('put', APART);
    const rewrite = await price('rewrite', 2 * APART);
    const create = await price('create', 3 * APART);
    return { saving: { update, rewrite, put, create } };
  } finally {
    for (const worker of workers) await worker.stop();
  }
};

const waysToSave = async (worker: Worker): Promise<Record<keyof Saving['saving'], Save>> => {
  const port = await worker.ask<number>('port');
  const token = await worker.ask<string>('token');
  return {
    update: (round) => worker.ask('update', round),
    rewrite: (round) => worker.ask('rewrite', round),
    create: (round) => worker.ask('create', round),
    async put({ from, count }) {
      const { seconds, statuses } = await load(port, puts(from, count, token), 1);
      if (statuses['200'] !== count) throw new Error(`PUT answered ${JSON.stringify(statuses)}`);
      return (seconds * 1000) / count;
    },
  };
};

function* puts(from: number, count: number, token: string): Generator<string> {
  for (let step = 0; step < count; step += 1) {
    const title = `Post ${from + step}, once more`;
    const path = `/api/posts/${documentIdOf('p', from + step)}`;
    yield request('PUT', path, { data: { title } }, token);
  }
}
