import { startWorker, type Worker, type WorkerOptions } from './workers';

/** A site in a process of its own. */
export interface Site extends Worker {
  readonly url: string;
}

/**
 * @param step the path of a compiled file that calls `serve`, relative to `scripts` and without its
 *   extension
 */
export const startSite = async (
  step: string,
  database: string,
  options: WorkerOptions = {}
): Promise<Site> => {
  const worker = await startWorker(step, database, [], options);
  return { ...worker, url: `http://127.0.0.1:${await worker.ask<number>('port')}` };
};
