import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { makeArchive } from '../../make-archive/index';
import type { ImportFigures } from '../import-options';
import { runStep } from '../run-step';
import { startWorker, type Worker } from '../workers';
import type { Latency } from './latency';
import { measureLatency, measureSaves } from './measure-latency';
import type { ToImport } from './step-serve';

/** Posts that the site has before. */
const BEFORE = 2_000;

/** How long the site is asked while nothing else goes on; in milliseconds. */
const IDLE = 5_000;

/** What a benchmark of a live site prints: milliseconds of `GET /api/posts`, but for `saves`. */
export interface LiveFigures {
  readonly posts: number;
  /** While nothing else goes on. */
  readonly idle: Latency;
  /** While the server itself imports. */
  readonly inside: Latency & { readonly seconds: number };
  /** While another process imports into the same database. */
  readonly beside: Latency & { readonly seconds: number };
  /** An editor's saves, while another process imports into the same database. */
  readonly saves: Latency & { readonly seconds: number };
}

const say = (text: string): void => {
  process.stderr.write(`[bench] ${text}\n`);
};

/** Does work on a site that serves and has posts already. */
const withSite = async <Result>(
  database: string,
  before: string,
  work: (site: Worker, url: string) => Promise<Result>
): Promise<Result> => {
  const site = await startWorker('live/step-serve', database);
  try {
    const toImport: ToImport = { location: before, name: 'before' };
    await site.ask('import', toImport);
    const url = `http://127.0.0.1:${await site.ask<number>('port')}/api/posts`;
    // The first requests are slow whatever else goes on.
    await measureLatency(url, pause(1_000));
    return await work(site, url);
  } finally {
    await site.stop();
  }
};

/** Measures how long readers of a site wait while posts are imported into it. */
export const benchLive = async (posts: number): Promise<LiveFigures> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'broadsheet-bench-'));
  const inner = (name: string): string => path.join(folder, name);
  try {
    say(`making an archive of ${posts} posts …`);
    await makeArchive(inner('archive'), posts);
    await makeArchive(inner('before'), BEFORE, posts);

    say('reading while the server imports it …');
    const { idle, inside } = await withSite(
      inner('inside.db'),
      inner('before'),
      async (site, url) => {
        const quiet = await measureLatency(url, pause(IDLE));
        const toImport: ToImport = { location: inner('archive'), name: 'bench' };
        const { result, latency } = await measureLatency(
          url,
          site.ask<ImportFigures>('import', toImport)
        );
        return { idle: quiet.latency, inside: { ...latency, seconds: result.seconds } };
      }
    );

    say(JSON.stringify({ idle, inside }));

    say('reading while another process imports it …');
    const beside = await withSite(inner('beside.db'), inner('before'), async (_, url) => {
      const { result, latency } = await measureLatency(
        url,
        runStep<ImportFigures>('step-import', inner('beside.db'), [inner('archive')])
      );
      return { ...latency, seconds: result.seconds };
    });

    say('saving while another process imports it …');
    const saves = await withSite(inner('saves.db'), inner('before'), async (site) => {
      const { result, latency } = await measureSaves(
        () => site.ask<number>('save'),
        runStep<ImportFigures>('step-import', inner('saves.db'), [inner('archive')])
      );
      return { ...latency, seconds: result.seconds };
    });
    return { posts, idle, inside, beside, saves };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
