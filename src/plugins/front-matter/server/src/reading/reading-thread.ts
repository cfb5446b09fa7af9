import path from 'node:path';
import { type TransferListItem, Worker } from 'node:worker_threads';

import type { Answer, Request, ThreadSetup } from './protocol';

/**
 * A thread that reads one archive after the other. Starting one, which loads the code of a reader,
 * takes a quarter of a second of a processor: of a small archive more than all the rest.
 */
export interface ReadingThread {
  /** Says what to read next. */
  open(setup: ThreadSetup): void;
  /** Asks something; rejected once the thread has failed. Answers come in the order of the questions. */
  ask(request: Request): Promise<Answer>;
  /**
   * Has it end what it reads; nothing is asked after that.
   *
   * @param isKept whether another reader may have the thread soon; one that has read much is rather
   *   ended, and its memory with it
   */
  release(isKept: boolean): Promise<void>;
}

/**
 * MiB of V8's young generation, twice its default. A post leaves some fifty kilobytes of garbage: fewer
 * collections copy less of what is still in use.
 */
const YOUNG_GENERATION = 96;

/** Milliseconds that a thread may take over what it is reading before it is ended from outside. */
const PATIENCE = 10_000;

/** Milliseconds after which a thread that nobody takes ends. */
const IDLE = 5_000;

/** As many wait at once: an import has a second one look ahead. */
const MOST_IDLE = 2;

interface Waiting {
  resolve(answer: Answer): void;
  reject(error: Error): void;
}

interface IdleThread {
  /** Takes it from those that wait. */
  take(): ReadingThread;
}

/** Threads that have nothing to read, the one used last at the end. */
const idle = new Set<IdleThread>();

const startThread = (): ReadingThread => {
  const worker = new Worker(path.join(__dirname, 'worker.js'), {
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION },
  });
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
  const leave = (): void => worker.postMessage({ kind: 'leave' } satisfies Request);

  /** Nothing waits for an idle thread: a process may end while there is one. */
  const rest = (): void => {
    const entry: IdleThread = {
      take() {
        clearTimeout(timer);
        idle.delete(entry);
        worker.ref();
        return thread;
      },
    };
    const timer = setTimeout(() => {
      idle.delete(entry);
      leave();
    }, IDLE).unref();
    void ended.then(() => idle.delete(entry));
    worker.unref();
    idle.add(entry);
  };
  const thread: ReadingThread = {
    open(setup) {
      const transferred: TransferListItem[] = [setup.store];
      worker.postMessage(setup, transferred);
    },
    ask,
    async release(isKept) {
      // Node 20 aborts the process where a thread is terminated in the middle of a call to `fs`.
      const late = setTimeout(() => void worker.terminate(), PATIENCE);
      const hasEnded = await ask({ kind: 'end' }).then(
        () => true,
        () => false
      );
      if (hasEnded && isKept && idle.size < MOST_IDLE) rest();
      else {
        leave();
        await ended;
      }
      clearTimeout(late);
    },
  };
  return thread;
};

/** A thread that has nothing to read: one that is there, or a new one, which loads its code at once. */
export const takeThread = (): ReadingThread => [...idle].at(-1)?.take() ?? startThread();
