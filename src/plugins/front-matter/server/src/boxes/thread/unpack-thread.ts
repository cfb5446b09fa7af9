import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { fillFolder } from '../fill-folder';
import type { BoxLimits } from '../limits';
import type { Outcome, ThreadMessage, ThreadSetup } from './thread-messages';
import { BoxError, type Unpacked, type UnpackOptions } from '../unpack-box';

/**
 * Unpacks a box in a thread of its own: see `unpackBox`, which it behaves like. What a thread leaves that
 * breaks down, out of memory say, is removed as well.
 */
export const unpackInThread = (
  box: string,
  into: string,
  limits: BoxLimits,
  options: UnpackOptions
): Promise<Unpacked> =>
  fillFolder(into, options.signal, async (root) => {
    const outcome = await runThread({ box, into: root, limits }, options);
    if (outcome.kind === 'done') return outcome.unpacked;
    throw outcome.kind === 'refused' ? new BoxError(outcome.key, outcome.values) : outcome.error;
  });

/**
 * The thread is asked to stop, and never ended from outside: it has to clean up, and Node 20 aborts the
 * process where a thread is terminated in the middle of a call to `fs`.
 */
const runThread = (setup: ThreadSetup, { signal, onProgress }: UnpackOptions): Promise<Outcome> =>
  new Promise((resolve) => {
    const worker = new Worker(path.join(__dirname, 'unpack-worker.js'), { workerData: setup });
    const stop = (): void => worker.postMessage('stop');
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();
    let outcome: Outcome = {
      kind: 'failed',
      error: new Error('The thread that unpacks ended without a word.'),
    };
    worker.on('message', (message: ThreadMessage) => {
      if (message.kind === 'progress') onProgress(message.files);
      else outcome = message;
    });
    worker.once('error', (error) => {
      outcome = { kind: 'failed', error };
    });
    worker.once('exit', () => {
      signal.removeEventListener('abort', stop);
      resolve(outcome);
    });
  });
