import path from 'node:path';
import { Worker } from 'node:worker_threads';

import { errors } from '@strapi/utils';

import { messages } from '../../../messages';
import type { FileAnswer, FileAsked } from './protocol';

/** Milliseconds after which an answer does not come any more: a large archive takes some to list. */
const PATIENCE = 30_000;

/** Milliseconds after which a thread that nobody asks ends, and forgets the archive's files. */
const IDLE = 60_000;

/** As many may wait at once: whoever types asks again and again. */
const MOST_WAITING = 20;

/** MiB of a thread's heap; the list of an archive's files is outside of it. */
const MOST_MEMORY = 512;

interface Waiting {
  resolve(answer: FileAnswer): void;
  reject(error: Error): void;
  readonly late: NodeJS.Timeout;
}

interface Thread {
  ask(asked: FileAsked): Promise<FileAnswer>;
  end(): void;
}

/** Starts a thread that answers one question after the other. */
const startThread = (onEnd: () => void): Thread => {
  const worker = new Worker(path.join(__dirname, 'worker.js'), {
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY },
  });
  worker.unref();
  const waiting: Waiting[] = [];
  const end = (error: Error): void => {
    onEnd();
    for (const { reject, late } of waiting.splice(0)) {
      clearTimeout(late);
      reject(error);
    }
  };
  const leave = (): void => {
    onEnd();
    worker.postMessage(null);
  };
  const idle = setTimeout(leave, IDLE).unref();
  worker.on('message', (answer: FileAnswer) => {
    const next = waiting.shift();
    clearTimeout(next?.late);
    next?.resolve(answer);
  });
  worker.on('error', end);
  worker.once('exit', () => {
    clearTimeout(idle);
    end(new Error('The thread that reads the file has ended.'));
  });
  const giveUp = (): void => {
    end(messages.error(errors.ApplicationError, 'desk.too-long'));
    void worker.terminate();
  };
  return {
    end: leave,
    ask: (asked) =>
      new Promise((resolve, reject) => {
        if (waiting.length === MOST_WAITING) {
          reject(messages.error(errors.ApplicationError, 'desk.busy'));
          return;
        }
        idle.refresh();
        waiting.push({ resolve, reject, late: setTimeout(giveUp, PATIENCE).unref() });
        worker.postMessage(asked);
      }),
  };
};

let thread: Thread | null = null;

/** Has the thread end once it has answered what it was asked. */
export const endReading = (): void => thread?.end();

/**
 * Reads a file of an archive, or what is typed in its place, in a thread of its own: listing a million
 * files, and reading a hostile text, would keep every other request waiting.
 *
 * @throws ApplicationError where it takes too long, or too many wait
 */
export const readApart = (asked: FileAsked): Promise<FileAnswer> => {
  if (thread === null) {
    const started = startThread(() => {
      if (thread === started) thread = null;
    });
    thread = started;
  }
  return thread.ask(asked);
};
