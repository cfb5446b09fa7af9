import { isMainThread, workerData } from 'node:worker_threads';
import { races, RACES_USAGE } from './fuzz/races/races';
import { runFuzz } from './fuzz/run-fuzz';
import { type FuzzPlan, workThrough } from './fuzz/work-through';

const USAGE = `Usage: npm run fuzz -- [--runs N] [--seed N]\n       ${RACES_USAGE}`;

function numberAfter(flag: string, otherwise: number): number {
  const at = process.argv.indexOf(flag);
  return at === -1 ? otherwise : Number(process.argv[at + 1]);
}

/** What is fuzzed beside the reader of headers, by its first word; each answers with an exit code. */
const OTHERS: Readonly<Record<string, (words: readonly string[]) => Promise<number>>> = { races };

if (isMainThread) {
  const runs = numberAfter('--runs', 1_000_000);
  const seed = numberAfter('--seed', 1);
  const other = OTHERS[process.argv[2] ?? ''];
  if (other !== undefined) {
    other(process.argv.slice(3)).then(
      (code) => {
        process.exitCode = code;
      },
      (error: unknown) => {
        process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
        process.exitCode = 1;
      }
    );
  } else if (Number.isInteger(runs) && runs > 0 && Number.isInteger(seed)) {
    void runFuzz({ runs, seed, file: __filename }).then((failures) => {
      process.exitCode = failures === 0 ? 0 : 1;
    });
  } else {
    process.stderr.write(USAGE);
    process.exitCode = 2;
  }
} else {
  workThrough(workerData as FuzzPlan);
}
