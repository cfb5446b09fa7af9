import path from 'node:path';
import { Worker } from 'node:worker_threads';

import type { CheckpointResult, CheckpointSetup } from './protocol';

/** A thread that checkpoints a write-ahead log whenever it is asked. */
export interface CheckpointThread {
  /** Moves what is committed by now into the file; null when the thread has ended. */
  checkpoint(): Promise<CheckpointResult | null>;
  stop(): Promise<void>;
}

/** @param onFailure told once what the thread died of; a checkpoint that is awaited gives null */
export const startCheckpointThread = (
  setup: CheckpointSetup,
  onFailure: (error: Error) => void
): CheckpointThread => {
  const worker = new Worker(path.join(__dirname, 'worker.js'), { workerData: setup });
  worker.once('error', onFailure);
  let hasEnded = false;
  worker.once('exit', () => {
    hasEnded = true;
  });
  return {
    checkpoint: () =>
      new Promise((resolve) => {
        if (hasEnded) {
          resolve(null);
          return;
        }
        const onMessage = (result: CheckpointResult | null): void => {
          worker.off('message', onMessage).off('exit', onExit);
          resolve(result);
        };
        const onExit = (): void => onMessage(null);
        worker.on('message', onMessage).on('exit', onExit);
        worker.postMessage(null);
      }),
    async stop() {
      await worker.terminate();
    },
  };
};
