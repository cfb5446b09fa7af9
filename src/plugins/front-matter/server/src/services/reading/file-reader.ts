import path from 'node:path';
import { Worker } from 'node:worker_threads';

import type { ExaminedFile, SeenFile } from './examine';
import type { Answer, ReadingSetup, Request } from './protocol';

/** Reads an archive in a thread of its own. */
export interface FileReader {
  /** The next files in the order of their paths; none at the end. */
  next(): Promise<readonly SeenFile[]>;
  /** Reads those that are due of the files listed first and not examined yet; once for every list. */
  examine(due: readonly SeenFile[]): Promise<readonly ExaminedFile[]>;
  close(): Promise<void>;
}

interface Waiting {
  resolve(answer: Answer): void;
  reject(error: Error): void;
}

/** Starts a thread that reads an archive; what it throws, the next call throws. */
export const startReader = (setup: ReadingSetup): FileReader => {
  const worker = new Worker(path.join(__dirname, 'worker.js'), { workerData: setup });
  const waiting: Waiting[] = [];
  let failure: Error | null = null;
  const fail = (error: Error): void => {
    failure = error;
    for (const { reject } of waiting.splice(0)) reject(error);
  };
  worker.on('message', (answer: Answer) => waiting.shift()?.resolve(answer));
  worker.on('error', fail);
  worker.on('exit', () =>
    fail(failure ?? new Error('The thread that reads the archive has ended.'))
  );

  const ask = (request: Request): Promise<Answer> =>
    new Promise((resolve, reject) => {
      if (failure !== null) {
        reject(failure);
        return;
      }
      waiting.push({ resolve, reject });
      worker.postMessage(request);
    });
  return {
    async next() {
      const answer = await ask({ kind: 'next' });
      return answer.kind === 'files' ? answer.files : [];
    },
    async examine(due) {
      const answer = await ask({ kind: 'examine', keys: due.map(({ key }) => key) });
      return answer.kind === 'examined' ? answer.files : [];
    },
    async close() {
      await worker.terminate();
    },
  };
};
