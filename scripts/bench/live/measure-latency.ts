import { Agent, get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { latencyOf, type Latency } from './latency';

/** A request is due so often, whether or not those before it have been answered; in milliseconds. */
const EVERY = 50;

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

/** Tells whether something is over that is awaited later; until then nobody listens. */
const watch = <Result>(meanwhile: Promise<Result>) => {
  let hasEnded = false;
  const over = meanwhile.finally(() => {
    hasEnded = true;
  });
  over.catch(() => undefined);
  return { over, isOver: () => hasEnded };
};

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
  const { over, isOver } = watch(meanwhile);
  const asked: Promise<number>[] = [];
  for (let due = performance.now(); !isOver(); due += EVERY) {
    await pause(Math.max(0, due - performance.now()));
    const answer = askOnce(url);
    answer.catch(() => undefined);
    asked.push(answer);
  }
  const result = await over;
  return { result, latency: latencyOf(await Promise.all(asked)) };
};

/** An editor thinks so long between two saves, in milliseconds: less than any does. */
const THINKS = 250;

/** Saves again and again while something else goes on, as an editor does: one after the other. */
export const measureSaves = async <Result>(
  save: () => Promise<number>,
  meanwhile: Promise<Result>
): Promise<{ readonly result: Result; readonly latency: Latency }> => {
  const { over, isOver } = watch(meanwhile);
  const taken: number[] = [];
  while (!isOver()) {
    taken.push(await save());
    await pause(THINKS);
  }
  return { result: await over, latency: latencyOf(taken) };
};
