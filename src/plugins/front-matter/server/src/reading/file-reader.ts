import path from 'node:path';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';

import type { FittedFile } from './fit-file';
import type { FoundFile } from './found-file';
import type { Answer, FittedBatch, ReadingSetup, Request, ThreadSetup } from './protocol';

/**
 * Takes the files that were read. It is called once for each list, in the order of the lists.
 *
 * Until then the files stay in a message port, outside of the heap: texts that waited on the heap for
 * two batches would be copied and searched by every garbage collection.
 */
export type TakeFiles = () => readonly FittedFile[];

/** Reads an archive in a thread of its own. */
export interface FileReader {
  /** Says what to read; called once, before everything else. */
  open(setup: ReadingSetup): void;
  /** The next files in the order of their paths; none at the end. */
  next(): Promise<readonly FoundFile[]>;
  /** Reads those that are due of the oldest list that has not been read; called once for each list. */
  read(due: readonly FoundFile[]): Promise<TakeFiles>;
  close(): Promise<void>;
}

/**
 * MiB of V8's young generation, twice its default. A post leaves some fifty kilobytes of garbage: fewer
 * collections copy less of what is still in use.
 */
const YOUNG_GENERATION = 96;

/** Milliseconds that a thread may take over what it is reading before it is ended from outside. */
const PATIENCE = 10_000;

interface Waiting {
  resolve(answer: Answer): void;
  reject(error: Error): void;
}

/**
 * Starts a thread that loads its code already before it is known what to read. An error in the thread is
 * thrown by the next call.
 */
export const startReader = (): FileReader => {
  const { port1: results, port2: store } = new MessageChannel();
  const worker = new Worker(path.join(__dirname, 'worker.js'), {
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION },
  });
  let reads = 0;
  const take = (number: number): readonly FittedFile[] => {
    const received: { message: unknown } | undefined = receiveMessageOnPort(results);
    const batch = received?.message as FittedBatch | undefined;
    if (batch?.number === number) return batch.files;
    throw new Error(
      `Batch ${number} was expected from the reading thread, and ${batch?.number} came.`
    );
  };
  const waiting: Waiting[] = [];
  let failure: Error | null = null;
  const fail = (error: Error): void => {
    failure = error;
    for (const { reject } of waiting.splice(0)) reject(error);
  };
  worker.on('message', (answer: Answer) => waiting.shift()?.resolve(answer));
  worker.on('error', fail);
  const ended = new Promise<void>((resolve) => worker.once('exit', resolve));
  void ended.then(() => fail(failure ?? new Error('The thread that reads the archive has ended.')));

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
    open(reading) {
      worker.postMessage({ reading, store } satisfies ThreadSetup, [store]);
    },
    async next() {
      const answer = await ask({ kind: 'next' });
      return answer.kind === 'found' ? answer.files : [];
    },
    async read(due) {
      reads += 1;
      const number = reads;
      await ask({ kind: 'read', keys: due.map(({ key }) => key) });
      return () => take(number);
    },
    async close() {
      results.close();
      worker.postMessage({ kind: 'end' } satisfies Request);
      // Node 20 aborts the process where a thread is terminated in the middle of a call to `fs`.
      const late = setTimeout(() => void worker.terminate(), PATIENCE);
      await ended;
      clearTimeout(late);
    },
  };
};

/** Starts to read an archive. */
export const openReader = (setup: ReadingSetup): FileReader => {
  const reader = startReader();
  reader.open(setup);
  return reader;
};
