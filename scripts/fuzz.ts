import { isMainThread, workerData } from 'node:worker_threads';
import { runHostileReads } from './fuzz/hostile-reads/run-hostile-reads';
import { runFuzz } from './fuzz/run-fuzz';
import { type FuzzPlan, workThrough } from './fuzz/work-through';

const USAGE = `Usage: npm run fuzz -- [--runs N] [--seed N]
       npm run fuzz -- hostile-reads [--posts N] [--only WORDS] [--database sqlite|postgres|mysql]
`;

/** What else can be tried, by the first word: each takes the words behind it, and gives the exit code. */
const OTHERS: Readonly<Record<string, (words: readonly string[]) => Promise<number>>> = {
  'hostile-reads': runHostileReads,
};

function numberAfter(flag: string, otherwise: number): number {
  const at = process.argv.indexOf(flag);
  return at === -1 ? otherwise : Number(process.argv[at + 1]);
}

const [first = '', ...rest] = process.argv.slice(2);
const other = Object.hasOwn(OTHERS, first) ? OTHERS[first] : undefined;

if (isMainThread && other !== undefined) {
  void other(rest).then((code) => {
    process.exitCode = code;
  });
} else if (isMainThread) {
  const runs = numberAfter('--runs', 1_000_000);
  const seed = numberAfter('--seed', 1);
  if (Number.isInteger(runs) && runs > 0 && Number.isInteger(seed)) {
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
