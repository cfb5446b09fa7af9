import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Worker, startWorker } from '../../site/workers';
import { makeArchive } from '../../make-archive/index';
import { faultOf } from './judge';
import { HOSTILE_READS } from './list';
import { withOwnDatabase } from './own-database';
import type { HostileRead } from './read';
import { send } from './send';

const USAGE =
  'Usage: npm run fuzz -- hostile-reads [--posts N] [--only WORDS] [--database sqlite|postgres|mysql]\n';

/** Milliseconds that `/_health` may wait for whatever else is asked. */
const HEALTH = 1000;
const SHOWN = 12;

const TEN_TAGS = `---
title: "一篇有十个标签的文章"
date: 2022-02-17 08:35:15 +0800
categories: emnews
tags: [${Array.from({ length: 10 }, (_, i) => `market${i}`).join(', ')}]
---
正文
`;

interface Outcome {
  readonly read: HostileRead;
  readonly status: number;
  readonly took: number;
  /** The longest that `/_health` has waited meanwhile. */
  readonly health: number;
  readonly fault: string | null;
}

/** Asks for `/_health` over and over; says how long it waited at most since it was asked last. */
const watchHealth = (port: number) => {
  let longest = 0;
  let asked: number | null = null;
  let isOver = false;
  void (async () => {
    while (!isOver) {
      asked = performance.now();
      await send(port, { path: '/_health' }).catch(() => undefined);
      longest = Math.max(longest, performance.now() - asked);
      asked = null;
      await setTimeout(10);
    }
  })();
  return {
    longest(): number {
      const waiting = asked === null ? 0 : performance.now() - asked;
      const found = Math.max(longest, waiting);
      longest = 0;
      return found;
    },
    stop() {
      isOver = true;
    },
  };
};

const ask = async (
  port: number,
  read: HostileRead,
  health: ReturnType<typeof watchHealth>
): Promise<Outcome> => {
  health.longest();
  const start = performance.now();
  let fault: string | null;
  let status = 0;
  try {
    const answer = await send(port, read);
    status = answer.status;
    fault = faultOf(answer);
  } catch (error) {
    fault = `was not answered: ${String(error)}`;
  }
  const took = performance.now() - start;
  await setTimeout(20);
  const waited = health.longest();
  if (waited > HEALTH) fault ??= `kept /_health waiting for ${Math.round(waited)} ms`;
  return { read, status, took, health: waited, fault };
};

const tell = (outcomes: readonly Outcome[]): void => {
  const line = ({ read, status, took, health }: Outcome): string =>
    `${String(status).padStart(3)} ${took.toFixed(0).padStart(6)} ms, /_health ${health.toFixed(0).padStart(5)} ms: ${read.name}`;
  const slowest = outcomes.toSorted((one, other) => other.took - one.took).slice(0, SHOWN);
  process.stdout.write(`the slowest:\n${slowest.map(line).join('\n')}\n`);
  for (const outcome of outcomes.filter(({ fault }) => fault !== null)) {
    process.stdout.write(`FAILED ${line(outcome)}: ${outcome.fault}\n`);
  }
};

const attack = async (site: Worker, words: string): Promise<number> => {
  const port = await site.ask<number>('port');
  const health = watchHealth(port);
  const outcomes: Outcome[] = [];
  for (const read of HOSTILE_READS.filter(({ name }) => name.includes(words))) {
    outcomes.push(await ask(port, read, health));
  }
  health.stop();
  tell(outcomes);
  const failed = outcomes.filter(({ fault }) => fault !== null).length;
  process.stdout.write(
    `${outcomes.length} hostile reads: ${failed === 0 ? 'none failed' : `${failed} failed`}\n`
  );
  return failed;
};

const fill = async (site: Worker, posts: number): Promise<void> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'broadsheet-hostile-'));
  try {
    await makeArchive(folder, posts);
    await writeFile(path.join(folder, '_posts', '2022-02-17-ten-tags.md'), TEN_TAGS);
    await site.ask('import', { location: folder, name: 'hostile' });
  } finally {
    await rm(folder, { recursive: true });
  }
};

/**
 * Sends a list of hostile reads to a site with posts, one of which has ten tags, one after the other.
 * @returns the exit code
 */
export const runHostileReads = async (words: readonly string[]): Promise<number> => {
  const after = (flag: string): string | undefined => {
    const at = words.indexOf(flag);
    return at === -1 ? undefined : words[at + 1];
  };
  const posts = Number(after('--posts') ?? 20_000);
  const kind = after('--database') ?? 'sqlite';
  const servers: Readonly<Record<string, string | undefined>> = {
    postgres: process.env['TEST_POSTGRES_URL'],
    mysql: process.env['TEST_MYSQL_URL'],
  };
  if (!Number.isInteger(posts) || posts < 1 || (kind !== 'sqlite' && !servers[kind])) {
    process.stderr.write(`${USAGE}Servers are named by TEST_POSTGRES_URL and TEST_MYSQL_URL.\n`);
    return 2;
  }
  let failed = 0;
  await withOwnDatabase(servers[kind], async (database) => {
    const site = await startWorker('bench/live/step-serve', database);
    try {
      await fill(site, posts);
      failed = await attack(site, after('--only') ?? '');
    } finally {
      await site.stop();
    }
  });
  return failed === 0 ? 0 : 1;
};
