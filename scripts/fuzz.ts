import { isMainThread, workerData } from 'node:worker_threads';
import { runFuzz } from './fuzz/run-fuzz';
import { fuzzRollback } from './fuzz/rollback/fuzz-rollback';
import { type FuzzPlan, workThrough } from './fuzz/work-through';

const USAGE = `Usage: npm run fuzz -- [--runs N] [--seed N]
       npm run fuzz -- rollback [--runs N] [--seed N]
`;

function numberAfter(flag: string, otherwise: number): number {
  const at = process.argv.indexOf(flag);
  return at === -1 ? otherwise : Number(process.argv[at + 1]);
}

/** What is tried by its first word; archives' headers without one. */
const KINDS = {
  headers: { runs: 1_000_000, run: runFuzz },
  rollback: { runs: 1_000, run: fuzzRollback },
} as const;

if (isMainThread) {
  const [word = ''] = process.argv.slice(2);
  const kind = word === 'rollback' ? KINDS[word] : KINDS.headers;
  const runs = numberAfter('--runs', kind.runs);
  const seed = numberAfter('--seed', 1);
  if (Number.isInteger(runs) && runs > 0 && Number.isInteger(seed)) {
    void kind.run({ runs, seed, file: __filename }).then((failures) => {
      process.exitCode = failures === 0 ? 0 : 1;
    });
  } else {
    process.stderr.write(USAGE);
    process.exitCode = 2;
  }
} else {
  workThrough(workerData as FuzzPlan);
}
