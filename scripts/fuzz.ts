import { parseArgs } from 'node:util';
import { isMainThread, workerData } from 'node:worker_threads';
import { runHostileReads } from './fuzz/hostile-reads/run-hostile-reads';
import { instances, INSTANCES_USAGE } from './fuzz/instances/instances';
import { races, RACES_USAGE } from './fuzz/races/races';
import { stale, STALE_USAGE } from './fuzz/stale/stale';
import { fuzzRollback } from './fuzz/rollback/fuzz-rollback';
import { runFuzz, type FuzzRun } from './fuzz/run-fuzz';
import { type FuzzPlan, workThrough } from './fuzz/work-through';
import { runCommand } from './site/run-command';

const USAGE = `Usage: npm run fuzz -- [--runs N] [--seed N]
       npm run fuzz -- rollback [--runs N] [--seed N]
       npm run fuzz -- hostile-reads [--posts N] [--only WORDS] [--database sqlite|postgres|mysql]
       ${STALE_USAGE}       ${INSTANCES_USAGE}       ${RACES_USAGE}`;

type Fuzz = (words: readonly string[]) => Promise<number | null>;

/** Tries a number of cases from a seed; the exit code is 1 where one failed. */
const numbered =
  (most: number, run: (asked: FuzzRun) => Promise<number>): Fuzz =>
  async (words) => {
    const { values } = parseArgs({
      args: [...words],
      options: {
        runs: { type: 'string', default: String(most) },
        seed: { type: 'string', default: '1' },
      },
    });
    const [runs, seed] = [Number(values.runs), Number(values.seed)];
    if (!Number.isInteger(runs) || runs < 1 || !Number.isInteger(seed)) return null;
    return (await run({ runs, seed, file: __filename })) === 0 ? 0 : 1;
  };

/** What is tried, by the first word; archives' headers without one. */
const KINDS: ReadonlyMap<string, Fuzz> = new Map([
  ['headers', numbered(1_000_000, runFuzz)],
  ['rollback', numbered(1_000, fuzzRollback)],
  ['hostile-reads', runHostileReads],
  ['races', races],
  ['stale', stale],
  ['instances', instances],
]);

const fuzz: Fuzz = (words) => {
  const [first = '', ...rest] = words;
  const kind = KINDS.get(first);
  if (kind !== undefined) return kind(rest);
  return numbered(1_000_000, runFuzz)(words);
};

if (isMainThread) {
  void runCommand(USAGE, fuzz);
} else {
  workThrough(workerData as FuzzPlan);
}
