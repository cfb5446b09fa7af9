import path from 'node:path';
import { Worker } from 'node:worker_threads';

import type { Core } from '@strapi/strapi';

import type { LogSetup, Moved } from './protocol';

/** Moves SQLite's write-ahead log into the database's file while others write. */
export interface LogMover {
  /** Has what is committed by now moved, and waits for it only when the log has grown long. */
  move(): Promise<void>;
  close(): Promise<void>;
}

const NOTHING: LogMover = { move: async () => undefined, close: async () => undefined };

/** Pages of 4 KiB: readers look through the log for every page that they do not hold. */
const LONG = 16_384;

/**
 * In milliseconds: commits wait for the same disk, so that many small moves would cost them more
 * than a few large ones.
 */
const PAUSE = 500;

const pragma = async (strapi: Core.Strapi, statement: string): Promise<unknown> => {
  const [row] = (await strapi.db.connection.raw(`pragma ${statement}`)) as readonly object[];
  return row === undefined ? null : Object.values(row)[0];
};

/** The database's file; null where it has no log of that kind. */
const fileWithLog = async (strapi: Core.Strapi): Promise<string | null> => {
  if (strapi.db.dialect.client !== 'sqlite') return null;
  if ((await pragma(strapi, 'journal_mode')) !== 'wal') return null;
  const [main] = (await strapi.db.connection.raw('pragma database_list')) as readonly {
    readonly file: string;
  }[];
  return main?.file || null;
};

/**
 * Starts to move SQLite's log in a thread of its own. Else the connection that commits does it now
 * and then, which takes it as long as the commits themselves. Nothing of durability is given up:
 * a commit is on the disk when its log is, wherever its pages are.
 */
export const moveLog = async (strapi: Core.Strapi): Promise<LogMover> => {
  const filename = await fileWithLog(strapi);
  if (filename === null) return NOTHING;
  const usual = Number(await pragma(strapi, 'wal_autocheckpoint'));
  const app = path.join(strapi.dirs.app.root, 'package.json');
  const setup: LogSetup = { filename, app };
  const worker = new Worker(path.join(__dirname, 'worker.js'), { workerData: setup });
  let moved: Moved = { log: 0, checkpointed: 0 };
  let underWay: Promise<void> | null = null;
  let last = Date.now();
  let isOver = false;

  /** From then on the connection moves the log itself again. */
  const stop = async (): Promise<void> => {
    if (isOver) return;
    isOver = true;
    await pragma(strapi, `wal_autocheckpoint = ${usual}`);
  };
  const ask = (): Promise<void> =>
    new Promise((resolve) => {
      const done = (): void => {
        worker.off('message', hear).off('exit', done);
        underWay = null;
        resolve();
      };
      const hear = (answer: Moved): void => {
        moved = answer;
        done();
      };
      worker.on('message', hear).on('exit', done);
      worker.postMessage(null);
    });

  worker.on('error', (error) => {
    strapi.log.warn(`SQLite's log is moved by those who write it: ${error.message}`);
    void stop();
  });
  await pragma(strapi, 'wal_autocheckpoint = 0');
  return {
    async move() {
      if (isOver || Date.now() - last < PAUSE) return;
      last = Date.now();
      if (moved.log > LONG) {
        // Only when all of it has been moved does the next writer start the log anew.
        await underWay;
        await ask();
        moved = { log: 0, checkpointed: 0 };
      }
      underWay ??= ask();
    },
    async close() {
      await underWay;
      await stop();
      await worker.terminate();
    },
  };
};
