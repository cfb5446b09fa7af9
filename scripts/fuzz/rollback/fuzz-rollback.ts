import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { environment } from '../../site/environment';
import { type DatabaseName, presentDatabases, withDatabase } from '../../site/databases';
import type { FuzzRun } from '../run-fuzz';

/** Sequences and a seed for one database; a process each, since an application has one. */
const checkIn = (
  name: DatabaseName,
  database: string,
  runs: number,
  seed: number
): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [path.join(__dirname, 'check.js'), String(runs), String(seed)],
      { env: environment(database), stdio: ['ignore', 'pipe', 'inherit'] }
    );
    createInterface({ input: child.stdout }).on('line', (line) => {
      process.stdout.write(`${name}: ${line}\n`);
    });
    child.on('error', reject);
    child.on('close', (code) => resolve(code === 0 ? 0 : 1));
  });

/**
 * Tries random sequences of imports, editors' work and rollbacks on every database that the
 * environment names, the same number on each, until one of them differs from the model.
 *
 * @returns how many databases showed a difference
 */
export const fuzzRollback = async ({ runs, seed }: FuzzRun): Promise<number> => {
  const started = performance.now();
  const databases = presentDatabases();
  const each = Math.ceil(runs / databases.length);
  const failures = await Promise.all(
    databases.map((name, index) =>
      withDatabase(name, (database) => checkIn(name, database, each, seed + index))
    )
  );
  const failed = failures.reduce((sum, failure) => sum + failure, 0);
  const seconds = (performance.now() - started) / 1000;
  const verdict = failed === 0 ? 'no difference' : `${failed} of ${databases.length} differ`;
  process.stdout.write(
    `${each * databases.length} sequences of seed ${seed} on ${databases.join(', ')} in ${seconds.toFixed(0)} s: ${verdict}\n`
  );
  return failed;
};
