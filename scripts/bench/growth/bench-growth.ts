import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeArchive } from '../../make-archive/index';
import { median, rounded } from '../figures';
import { runStep } from '../run-step';
import type { Grown, Moment } from './step-grow';

/** The small archive is a fifth of the large one. */
const FIFTH = 5;

/** From here on the early posts are counted. */
const EARLY = 1_000;

/** Share of the large archive whose posts are early, or late: enough batches for a median. */
const WINDOW = 0.05;

/** What a benchmark of growth prints. Memory is beyond Strapi's own. */
export interface GrowthFigures {
  readonly smallPosts: number;
  readonly largePosts: number;
  readonly smallPeakRssMiB: number;
  readonly largePeakRssMiB: number;
  readonly memoryRatio: number;
  readonly earlyMsPerPost: number;
  readonly lateMsPerPost: number;
  readonly timeRatio: number;
}

const say = (text: string): void => {
  process.stderr.write(`[bench] ${text}\n`);
};

/** Milliseconds a post, of the middle one of the batches from one post to another. */
const msPerPost = (moments: readonly Moment[], from: number, to: number): number =>
  median(
    moments.flatMap(({ found, at }, index) => {
      const before = moments[index - 1];
      if (before === undefined || before.found < from || found > to) return [];
      return [(at - before.at) / (found - before.found)];
    })
  );

/**
 * Measures whether an import costs more the more there is: its peak of memory on an archive and
 * on one five times as large, and the time of a post at the beginning and at the end of the latter.
 */
export const benchGrowth = async (posts: number): Promise<GrowthFigures> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'broadsheet-bench-'));
  const smallPosts = Math.round(posts / FIFTH);
  const grow = async (count: number): Promise<Grown> => {
    const archive = path.join(folder, `archive-${count}`);
    say(`making an archive of ${count} posts …`);
    await makeArchive(archive, count);
    say('importing it …');
    const grown = await runStep<Grown>('growth/step-grow', path.join(folder, `${count}.db`), [
      archive,
    ]);
    say(`${grown.created} posts in ${grown.seconds} s`);
    return grown;
  };
  try {
    const small = await grow(smallPosts);
    const large = await grow(posts);
    const own = ({ peakRssMiB, bootedRssMiB }: Grown): number => peakRssMiB - bootedRssMiB;
    const span = posts * WINDOW;
    const early = msPerPost(large.moments, EARLY, EARLY + span);
    const late = msPerPost(large.moments, posts - span, posts);
    return {
      smallPosts,
      largePosts: posts,
      smallPeakRssMiB: rounded(own(small)),
      largePeakRssMiB: rounded(own(large)),
      memoryRatio: rounded(own(large) / own(small), 2),
      earlyMsPerPost: rounded(early, 3),
      lateMsPerPost: rounded(late, 3),
      timeRatio: rounded(late / early, 2),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
