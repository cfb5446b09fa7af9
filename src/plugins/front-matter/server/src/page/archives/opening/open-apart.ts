import path from 'node:path';
import { Worker } from 'node:worker_threads';

import type { OpenOptions } from '../../../archive/archive';
import type { ArchiveDetail } from '../../../panel/contract';

/** What is to be opened. */
export interface OpeningAsked {
  /** Absolute. */
  readonly root: string;
  readonly options: OpenOptions;
}

/** What was found, or why it cannot be opened. */
export type Opening = Pick<ArchiveDetail, 'opened' | 'problem'>;

/** An opening, and whether it failed since there are no posts that can be read, whatever the settings say. */
export interface Looked extends Opening {
  readonly hasNoPosts: boolean;
}

/** For so long what was found is taken to be there; in milliseconds. */
const REMEMBERED = 10_000;

/** What was asked last, so that a page that asks often opens an archive once. */
const remembered = new Map<string, Promise<Looked>>();

const failed = (problem: string): Looked => ({ opened: null, problem, hasNoPosts: false });

const openInThread = (asked: OpeningAsked): Promise<Looked> =>
  new Promise((resolve) => {
    const worker = new Worker(path.join(__dirname, 'open-worker.js'), { workerData: asked });
    let opening: Looked = failed('The thread that opens it has ended.');
    worker.on('message', (message: Looked) => {
      opening = message;
    });
    worker.on('error', ({ message }) => {
      opening = failed(message);
    });
    worker.once('exit', () => resolve(opening));
  });

/**
 * Opens an archive in a thread of its own: listing a million files would keep every other request
 * waiting.
 */
export const openApart = (asked: OpeningAsked): Promise<Looked> => {
  const key = JSON.stringify(asked);
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const opening = openInThread(asked);
  remembered.set(key, opening);
  const forget = (): void => void remembered.delete(key);
  void opening.then(() => setTimeout(forget, REMEMBERED).unref());
  return opening;
};
