import path from 'node:path';
import { Worker } from 'node:worker_threads';

import type { LogSetup, Moved } from './protocol';

/** A thread that moves a log whenever it is asked. */
export interface LogThread {
  /** Moves what is committed by now; null when the thread has ended. */
  ask(): Promise<Moved | null>;
  stop(): Promise<void>;
}

/** @param onFailure told once what the thread died of; whoever waits for an answer gets null */
export const startLogThread = (setup: LogSetup, onFailure: (error: Error) => void): LogThread => {
  const worker = new Worker(path.join(__dirname, 'worker.js'), { workerData: setup });
  worker.once('error', onFailure);
  let hasEnded = false;
  worker.once('exit', () => {
    hasEnded = true;
  });
  return {
    ask: () =>
      new Promise((resolve) => {
        if (hasEnded) {
          resolve(null);
          return;
        }
        const hear = (moved: Moved | null): void => {
          worker.off('message', hear).off('exit', end);
          resolve(moved);
        };
        const end = (): void => hear(null);
        worker.on('message', hear).on('exit', end);
        worker.postMessage(null);
      }),
    async stop() {
      await worker.terminate();
    },
  };
};
