import { parseArgs } from 'node:util';
import { isMainThread, workerData } from 'node:worker_threads';
import { runHostileReads } from './fuzz/hostile-reads/run-hostile-reads';
import { races, RACES_USAGE } from './fuzz/races/races';
import { fuzzRollback } from './fuzz/rollback/fuzz-rollback';
import { runFuzz, type FuzzRun } from './fuzz/run-fuzz';
import { type FuzzPlan, workThrough } from './fuzz/work-through';

const USAGE = `Usage: npm run fuzz -- [--runs N] [--seed N]
       npm run fuzz -- rollback [--runs N] [--seed N]
       npm run fuzz -- hostile-reads [--posts N] [--only WORDS] [--database sqlite|postgres|mysql]
       ${RACES_USAGE}`;

type Fuzz = (words: readonly string[]) => Promise<number>;

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
    if (!Number.isInteger(runs) || runs < 1 || !Number.isInteger(seed)) {
      process.stderr.write(USAGE);
      return 2;
    }
    return (await run({ runs, seed, file: __filename })) === 0 ? 0 : 1;
  };

/** What is tried, by the first word; archives' headers without one. */
const KINDS: ReadonlyMap<string, Fuzz> = new Map([
  ['headers', numbered(1_000_000, runFuzz)],
  ['rollback', numbered(1_000, fuzzRollback)],
  ['hostile-reads', runHostileReads],
  ['races', races],
]);

const fuzz = (words: readonly string[]): Promise<number> => {
  const [first = '', ...rest] = words;
  const kind = KINDS.get(first);
  if (kind !== undefined) return kind(rest);
  return numbered(1_000_000, runFuzz)(words);
};

if (isMainThread) {
  fuzz(process.argv.slice(2)).then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = 1;
    }
  );
} else {
  workThrough(workerData as FuzzPlan);
}
