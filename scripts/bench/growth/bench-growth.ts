import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeArchive } from '../../make-archive/index';
import { rounded } from '../figures';
import { runStep } from '../run-step';
import { changeArchive, EVERY } from './change-archive';
import type { Taken } from './taken';

/** What one step took at each size, and how much more at the last than at the first. */
interface Growth {
  readonly msPerPost: readonly number[];
  readonly peakRssMiB: readonly number[];
  readonly timeRatio: number;
  /** Of the processor's time, on a machine that has other things to do as well. */
  readonly cpuRatio: number;
  readonly memoryRatio: number;
}

/** What a benchmark of growth prints, by step. Memory is the whole process's. */
export interface GrowthFigures {
  readonly sizes: readonly number[];
  readonly steps: Readonly<Record<string, Growth>>;
}

/** A step, and how many posts it had to do with. */
type Steps = Readonly<Record<string, Taken & { readonly posts: number }>>;

const say = (text: string): void => {
  process.stderr.write(`[bench] ${text}\n`);
};

/** Does all there is to do with an archive of so many posts, each step in a process of its own. */
const measure = async (folder: string, posts: number): Promise<Steps> => {
  const archive = path.join(folder, `archive-${posts}`);
  const database = path.join(folder, `${posts}.db`);
  const steps: Record<string, Taken & { readonly posts: number }> = {};
  const step = async (name: string, words: readonly string[], count = posts): Promise<Taken> => {
    const file = words.length > 1 ? 'step-archive' : 'step-site';
    const taken = await runStep<Taken>(`growth/${file}`, database, words);
    say(`${posts} ${name}: ${JSON.stringify(taken)}`);
    steps[name] = { ...taken, posts: count };
    return taken;
  };
  say(`making an archive of ${posts} posts …`);
  await makeArchive(archive, posts);
  await step('dryRun', ['dry-run', archive]);
  const { run: created } = await step('create', ['import', archive]);
  await step('unchanged', ['import', archive]);
  await changeArchive(archive, posts);
  const { run: changed } = await step('changed', ['import', archive]);
  await step('rollbackOfChanged', ['rollback', String(changed)], posts / EVERY);
  await step('check', ['check']);
  await step('rebuild', ['rebuild']);
  await step('sources', ['sources']);
  await step('rollbackOfCreated', ['rollback', String(created)]);
  return steps;
};

const growthOf = (steps: readonly (Steps[string] | undefined)[]): Growth => {
  const known = steps.filter((step) => step !== undefined);
  const msPerPost = known.map(({ seconds, posts }) => (seconds * 1000) / posts);
  const peakRssMiB = known.map((step) => step.peakRssMiB);
  const ratio = (figures: readonly number[]): number =>
    rounded((figures.at(-1) ?? NaN) / (figures[0] ?? NaN), 2);
  return {
    msPerPost: msPerPost.map((figure) => rounded(figure, 4)),
    peakRssMiB: peakRssMiB.map((figure) => rounded(figure)),
    timeRatio: ratio(msPerPost),
    cpuRatio: ratio(known.map(({ cpuSeconds, posts }) => cpuSeconds / posts)),
    memoryRatio: ratio(peakRssMiB),
  };
};

/**
 * Measures whether a post costs more the more there are: an import of new files, of the same again,
 * of some that have changed, a dry run, rollbacks, and what walks through all posts of a site.
 */
export const benchGrowth = async (sizes: readonly number[]): Promise<GrowthFigures> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'broadsheet-bench-'));
  try {
    const measured: Steps[] = [];
    for (const posts of sizes) measured.push(await measure(folder, posts));
    const names = Object.keys(measured[0] ?? {});
    return {
      sizes,
      steps: Object.fromEntries(
        names.map((name) => [name, growthOf(measured.map((steps) => steps[name]))])
      ),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
