import { Worker } from 'node:worker_threads';
import type { FuzzMessage } from './work-through';

export interface FuzzRun {
  readonly runs: number;
  readonly seed: number;
  /** The script that a worker runs. */
  readonly file: string;
}

/** How long a single file may be read before it counts as a hang. */
const HANG = 10_000;
const SHOWN = 10;

/**
 * Reads mutations of real headers in a worker, watched from here, since a hang cannot be seen from
 * inside. After a hang the next worker goes on behind it.
 *
 * @returns how many cases failed
 */
export async function runFuzz({ runs, seed, file }: FuzzRun): Promise<number> {
  const progress = new Int32Array(new SharedArrayBuffer(4));
  const started = performance.now();
  let failures = 0;
  const tell = (message: FuzzMessage): void => {
    if (message.kind === 'failure') {
      failures += 1;
      if (failures <= SHOWN) {
        process.stdout.write(
          `case ${message.run}: ${message.reason}\n${JSON.stringify(message.text)}\n`
        );
      }
    } else {
      process.stdout.write(
        `slowest ${message.slowest.toFixed(1)} ms; ${JSON.stringify(message.verdicts)}\n`
      );
    }
  };
  for (let from = 0; from < runs;) {
    const hung = await watch(
      new Worker(file, { workerData: { seed, from, runs, progress } }),
      progress,
      tell
    );
    if (hung === null) break;
    failures += 1;
    process.stdout.write(`case ${hung}: still being read after ${HANG} ms\n`);
    from = hung + 1;
  }
  const seconds = (performance.now() - started) / 1000;
  process.stdout.write(
    `${runs} cases of seed ${seed} in ${seconds.toFixed(0)} s: ${failures === 0 ? 'none failed' : `${failures} failed`}\n`
  );
  return failures;
}

/** Waits for the worker's end; gives the number of the case it hangs on. */
function watch(
  worker: Worker,
  progress: Int32Array,
  tell: (message: FuzzMessage) => void
): Promise<number | null> {
  return new Promise((resolve, reject) => {
    let last = -1;
    const timer = setInterval(() => {
      const current = Atomics.load(progress, 0);
      if (current === last) {
        clearInterval(timer);
        void worker.terminate().then(() => resolve(current));
      }
      last = current;
    }, HANG);
    worker.on('message', tell);
    worker.on('error', reject);
    worker.on('exit', () => {
      clearInterval(timer);
      resolve(null);
    });
  });
}
