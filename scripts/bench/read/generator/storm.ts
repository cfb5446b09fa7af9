import { setTimeout as pause } from 'node:timers/promises';
import { ask } from '../../../site/ask';

/** What is sent beside what, and how often. */
export interface Storm {
  readonly port: number;
  /** Paths of searches, each sent once. */
  readonly searches: readonly string[];
  /** Paths that are asked for each time that a search is sent. */
  readonly beside: readonly string[];
}

/** What came of it, in milliseconds of waiting. */
export interface Stormed {
  /** By path, in the order of sending. */
  readonly beside: readonly (readonly number[])[];
  /** How many searches were sent, and how many answers to them had each status. */
  readonly sent: number;
  readonly statuses: Readonly<Record<string, number>>;
}

/** A search is sent so often, whether or not those before it have been answered; in milliseconds. */
const EVERY = 20;

/** Where somebody has waited for so long, no more is sent: it is bad enough; in milliseconds. */
const ENOUGH = 5_000;

/** Requests of one kind, each with the time that it took or has been waiting for so far. */
const watch = () => {
  const started: number[] = [];
  const taken: (number | undefined)[] = [];
  const waits = (): number[] => started.map((at, turn) => taken[turn] ?? performance.now() - at);
  return {
    waits,
    async send(url: string): Promise<void> {
      const turn = started.push(performance.now()) - 1;
      const { started: from, ended } = await ask(url);
      taken[turn] = ended - from;
    },
  };
};

/** Searches by many at once, and what others wait for beside them; nobody waits for anybody else. */
export const storm = async ({ port, searches, beside }: Storm): Promise<Stormed> => {
  const url = `http://127.0.0.1:${port}`;
  const watched = beside.map(() => watch());
  const worst = (): number => Math.max(0, ...watched.flatMap(({ waits }) => waits().slice(-500)));
  const statuses: Record<string, number> = {};
  const asked: Promise<unknown>[] = [];
  let sent = 0;
  for (let due = performance.now(); sent < searches.length && worst() < ENOUGH; due += EVERY) {
    await pause(Math.max(0, due - performance.now()));
    const search = ask(`${url}${searches[sent]}`).then(({ status }) => {
      statuses[String(status)] = (statuses[String(status)] ?? 0) + 1;
    });
    sent += 1;
    asked.push(search, ...watched.map(({ send }, index) => send(`${url}${beside[index]}`)));
  }
  await Promise.race([Promise.all(asked), pause(ENOUGH)]);
  return { beside: watched.map(({ waits }) => waits()), sent, statuses };
};
