import { setTimeout as pause } from 'node:timers/promises';
import { type DatabaseName, withDatabase } from '../../site/databases';
import { type Site, startSite } from '../../site/start-site';
import type { Published, ToSchedule } from './step-serve';

const STEP = 'bench/schedule/step-serve';

/** Documents that are published without a schedule, to compare with. */
const BARE = 300;

/** From when all is made to when the first is due; in milliseconds. */
const HEAD_START = 5_000;

/** What publishing at a time comes to on one database. */
interface ScheduledFigures {
  /** Documents that were published, and how many of them more than once. */
  readonly published: number;
  readonly twice: number;
  readonly neverPublished: number;
  /** By how much they were late, in seconds: the middle one, the 99th of a hundred, the latest. */
  readonly lateMedian: number;
  readonly late99: number;
  readonly lateMost: number;
  /** Documents a second that the Document Service alone publishes, one after the other. */
  readonly barePerSecond: number;
}

export interface ScheduleFigures {
  readonly posts: number;
  readonly minutes: number;
  readonly databases: Readonly<Partial<Record<DatabaseName, ScheduledFigures>>>;
}

const say = (text: string): void => {
  process.stderr.write(`[bench] ${text}\n`);
};

const figuresOf = (
  posts: number,
  log: readonly Published[],
  barePerSecond: number
): ScheduledFigures => {
  const once = new Map(log.map((one) => [one.documentId, one]));
  const late = [...once.values()]
    .map(({ dueAt, publishedAt }) => (publishedAt - dueAt) / 1000)
    .sort((one, other) => one - other);
  const at = (share: number): number => late[Math.floor(share * (late.length - 1))] ?? 0;
  return {
    published: once.size,
    twice: log.length - once.size,
    neverPublished: posts - once.size,
    lateMedian: at(0.5),
    late99: at(0.99),
    lateMost: at(1),
    barePerSecond,
  };
};

/** Publishes posts that are due within some minutes on two instances, of which one is killed in the middle. */
const measure = async (
  name: DatabaseName,
  posts: number,
  minutes: number
): Promise<ScheduledFigures> =>
  withDatabase(name, async (database) => {
    const sites: Site[] = [];
    const start = async (): Promise<Site> => {
      const site = await startSite(STEP, database, { output: 'kept' });
      sites.push(site);
      return site;
    };
    try {
      const first = await start();
      const barePerSecond = await first.ask<number>('publishBare', BARE);
      await first.ask('watch');
      say(`${name}: making ${posts} drafts …`);
      await first.ask('make', posts);
      const second = await start();
      const from = Date.now() + HEAD_START;
      const asked: ToSchedule = { from, to: from + minutes * 60_000 };
      await first.ask('schedule', asked);
      const left = (): Promise<number> => first.ask<number>('left');
      say(`${name}: ${await left()} are scheduled for ${minutes} minutes …`);
      while ((await left()) > posts / 2) await pause(1000);
      await second.kill();
      say(`${name}: one of two was killed with ${await left()} left …`);
      while ((await left()) > 0) await pause(1000);
      return figuresOf(posts, await first.ask<readonly Published[]>('published'), barePerSecond);
    } finally {
      for (const site of sites) await site.stop();
    }
  });

/** Measures how late posts are published that are due within some minutes. */
export const benchSchedule = async (
  posts: number,
  minutes: number,
  databases: readonly DatabaseName[]
): Promise<ScheduleFigures> => {
  const figures: Partial<Record<DatabaseName, ScheduledFigures>> = {};
  for (const name of databases) {
    figures[name] = await measure(name, posts, minutes);
    say(JSON.stringify(figures[name]));
  }
  return { posts, minutes, databases: figures };
};
