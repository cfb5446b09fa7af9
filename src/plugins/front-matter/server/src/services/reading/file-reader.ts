import path from 'node:path';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';

import type { ExaminedFile, SeenFile } from './examine';
import type { Answer, Parcel, ReadingSetup, Request, ThreadSetup } from './protocol';

/**
 * Takes what has been examined; called once, in the order of the lists.
 *
 * Until then it lies beside the heap: texts that wait there for two batches would have to be moved
 * within it again and again, and then be searched for among all that is alive.
 */
export type TakeFiles = () => readonly ExaminedFile[];

/** Reads an archive in a thread of its own. */
export interface FileReader {
  /** The next files in the order of their paths; none at the end. */
  next(): Promise<readonly SeenFile[]>;
  /** Reads those that are due of the files listed first and not examined yet; once for every list. */
  examine(due: readonly SeenFile[]): Promise<TakeFiles>;
  close(): Promise<void>;
}

/**
 * MiB for what has just been made, twice what V8 takes. A post leaves some fifty kilobytes of
 * garbage: the more of it is collected at a time, the less has to be moved out of its way.
 */
const YOUNG = 96;

interface Waiting {
  resolve(answer: Answer): void;
  reject(error: Error): void;
}

/** Starts a thread that reads an archive; what it throws, the next call throws. */
export const startReader = (setup: ReadingSetup): FileReader => {
  const { port1: examined, port2: store } = new MessageChannel();
  const worker = new Worker(path.join(__dirname, 'worker.js'), {
    workerData: { reading: setup, store } satisfies ThreadSetup,
    transferList: [store],
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
  });
  let parcels = 0;
  const take = (number: number): readonly ExaminedFile[] => {
    const received: { message: unknown } | undefined = receiveMessageOnPort(examined);
    const parcel = received?.message as Parcel | undefined;
    if (parcel?.number === number) return parcel.files;
    throw new Error(`Parcel ${number} was to be taken, and parcel ${parcel?.number} lay there.`);
  };
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
      parcels += 1;
      const number = parcels;
      await ask({ kind: 'examine', keys: due.map(({ key }) => key) });
      return () => take(number);
    },
    async close() {
      examined.close();
      await worker.terminate();
    },
  };
};
