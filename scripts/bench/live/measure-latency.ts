import { Agent, get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { rounded } from '../figures';

/** A request is due so often, whether or not those before it have been answered; in milliseconds. */
const EVERY = 50;

/** How long requests took, in milliseconds. */
export interface Latency {
  readonly requests: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

/** Every reader comes anew: a connection that is kept may be closed the moment it is used again. */
const readers = new Agent({ keepAlive: false });

/** Asks once; answers with the milliseconds until the whole answer was there. */
const askOnce = (url: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const start = performance.now();
    get(url, { agent: readers }, (response) => {
      response.resume();
      response.on('error', reject);
      response.on('end', () => {
        if (response.statusCode === 200) resolve(performance.now() - start);
        else reject(new Error(`The server answered ${String(response.statusCode)} to ${url}`));
      });
    }).on('error', reject);
  });

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? NaN;

/**
 * Asks again and again while something else goes on. Readers do not wait for each other: a server
 * that stands still for a second keeps everybody waiting who came in that second.
 *
 * @returns what the something else came to, and how long the requests took
 */
export const measureLatency = async <Result>(
  url: string,
  meanwhile: Promise<Result>
): Promise<{ readonly result: Result; readonly latency: Latency }> => {
  let isOver = false;
  const over = meanwhile.finally(() => {
    isOver = true;
  });
  // Awaited below; until then nobody listens.
  over.catch(() => undefined);
  const asked: Promise<number>[] = [];
  for (let due = performance.now(); !isOver; due += EVERY) {
    await pause(Math.max(0, due - performance.now()));
    const answer = askOnce(url);
    answer.catch(() => undefined);
    asked.push(answer);
  }
  const result = await over;
  const sorted = (await Promise.all(asked)).toSorted((a, b) => a - b);
  return {
    result,
    latency: {
      requests: sorted.length,
      p50: rounded(percentile(sorted, 0.5)),
      p99: rounded(percentile(sorted, 0.99)),
      max: rounded(sorted.at(-1) ?? NaN),
    },
  };
};
