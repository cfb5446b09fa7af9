import { once } from 'node:events';
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

/** For so long what was found is taken to be there; in milliseconds. */
const REMEMBERED = 10_000;

/** What was asked last, so that a page that asks often opens an archive once. */
const remembered = new Map<string, Promise<Opening>>();

const openInThread = async (asked: OpeningAsked): Promise<Opening> => {
  const worker = new Worker(path.join(__dirname, 'open-worker.js'), { workerData: asked });
  const [opening] = (await once(worker, 'message')) as [Opening];
  return opening;
};

/**
 * Opens an archive in a thread of its own: listing a million files would keep every other request
 * waiting.
 */
export const openApart = (asked: OpeningAsked): Promise<Opening> => {
  const key = JSON.stringify(asked);
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const opening = openInThread(asked);
  remembered.set(key, opening);
  const forget = (): void => void remembered.delete(key);
  opening.then(() => setTimeout(forget, REMEMBERED).unref(), forget);
  return opening;
};
