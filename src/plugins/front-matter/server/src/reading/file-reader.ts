import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';

import type { KeyCounts } from '../core/keys/key-counts';
import type { FittedFile } from './fit-file';
import type { FoundFile } from './found-file';
import { type CorrectedTexts, type FittedBatch, NO_TEXTS, type ReadingSetup } from './protocol';
import { takeThread } from './reading-thread';

/**
 * Takes the files that were read. It is called once for each list, in the order of the lists.
 *
 * Until then the files stay in a message port, outside of the heap: texts that waited on the heap for
 * two batches would be copied and searched by every garbage collection.
 */
export type TakeFiles = () => readonly FittedFile[];

/** Reads an archive in a thread that reads nothing else meanwhile. */
export interface FileReader {
  /** Says what to read; called once, before everything else. */
  open(setup: ReadingSetup): void;
  /** The next files in the order of their paths; none at the end. */
  next(): Promise<readonly FoundFile[]>;
  /**
   * Reads those that are due of the oldest list that has not been read; called once for each list.
   *
   * @param corrected what is read in the place of some of them
   */
  read(due: readonly FoundFile[], corrected?: CorrectedTexts): Promise<TakeFiles>;
  /** The keys of all lists that have been read; null where they are not counted. */
  keys(): Promise<KeyCounts | null>;
  close(): Promise<void>;
}

/** Files after which a thread ends with its reader: what it has read is in its memory. */
const MOST_KEPT = 2_000;

/**
 * Takes a thread that loads its code already before it is known what to read. An error in the thread is
 * thrown by the next call.
 */
export const startReader = (): FileReader => {
  const { port1: results, port2: store } = new MessageChannel();
  const thread = takeThread();
  let found = 0;
  let reads = 0;
  let closed: Promise<void> | null = null;
  const take = (number: number): readonly FittedFile[] => {
    const received: { message: unknown } | undefined = receiveMessageOnPort(results);
    const batch = received?.message as FittedBatch | undefined;
    if (batch?.number === number) return batch.files;
    throw new Error(
      `Batch ${number} was expected from the reading thread, and ${batch?.number} came.`
    );
  };
  return {
    open: (reading) => thread.open({ reading, store }),
    async next() {
      const answer = await thread.ask({ kind: 'next' });
      const files = answer.kind === 'found' ? answer.files : [];
      found += files.length;
      return files;
    },
    async read(due, corrected = NO_TEXTS) {
      reads += 1;
      const number = reads;
      await thread.ask({ kind: 'read', keys: due.map(({ key }) => key), corrected });
      return () => take(number);
    },
    async keys() {
      const answer = await thread.ask({ kind: 'keys' });
      return answer.kind === 'keys' ? answer.keys : null;
    },
    close() {
      if (closed === null) {
        results.close();
        closed = thread.release(found <= MOST_KEPT);
      }
      return closed;
    },
  };
};

/** Starts to read an archive. */
export const openReader = (setup: ReadingSetup): FileReader => {
  const reader = startReader();
  reader.open(setup);
  return reader;
};
