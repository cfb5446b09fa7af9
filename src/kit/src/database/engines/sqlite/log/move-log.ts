import type { Core } from '@strapi/strapi';

import { isServing } from '../let-others-go';
import { findDriver } from './find-driver';
import { startLogThread, type LogThread } from './log-thread';

/** Moves SQLite's write-ahead log into the database's file while others write. */
export interface LogMover {
  /** Has what is committed by now moved, and waits for it only when the log has grown long. */
  move(): Promise<void>;
  close(): Promise<void>;
}

const NOTHING: LogMover = { move: async () => undefined, close: async () => undefined };

/** When a log is moved. */
interface Pace {
  /** From one move to the next, in milliseconds. */
  readonly pause: number;
  /** How long the log may grow before those who write wait for all of it to be moved; in pages. */
  readonly long: number;
}

const PACE: Pace = {
  // Commits wait for the same disk, so that many small moves would cost them more than a few large
  // ones. What is over sooner needs no thread.
  pause: 500,
  // 64 MiB: readers look through the log for every page that they do not hold.
  long: 16_384,
};

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
 * Moves SQLite's log in a thread of its own for as long as much is written. Else the connection
 * that commits does it now and then, which takes it as long as the commits themselves. Nothing of
 * durability is given up: a commit is on the disk when its log is, wherever its pages are.
 */
export const moveLog = async (
  strapi: Core.Strapi,
  { pause, long }: Pace = PACE
): Promise<LogMover> => {
  // Two waits for one disk at a time would keep requests waiting, too.
  if (isServing(strapi)) return NOTHING;
  const filename = await fileWithLog(strapi);
  const driver = findDriver(strapi.dirs.app.root);
  if (filename === null || driver === null) return NOTHING;
  const usual = Number(await pragma(strapi, 'wal_autocheckpoint'));
  let thread: LogThread | null = null;
  let hasFailed = false;
  let underWay: Promise<void> | null = null;
  let length = 0;
  let last = Date.now();

  const handOver = async (): Promise<LogThread> => {
    const started = startLogThread({ filename, driver }, (error) => {
      strapi.log.warn(`SQLite's log is moved by those who write it: ${error.message}`);
      hasFailed = true;
    });
    await pragma(strapi, 'wal_autocheckpoint = 0');
    return started;
  };
  /**
   * From then on the connection moves the log itself again. One that is gone cannot be told, and
   * another one does so from its beginning: whatever else went wrong is what has to be heard of.
   */
  const takeBack = async (): Promise<void> => {
    if (thread === null) return;
    const ending = thread;
    thread = null;
    await pragma(strapi, `wal_autocheckpoint = ${usual}`).catch((error: unknown) => {
      strapi.log.warn(`SQLite's connection could not be told to move its log: ${String(error)}`);
    });
    await ending.stop();
  };
  const ask = async (asked: LogThread): Promise<void> => {
    length = (await asked.ask())?.log ?? 0;
    hasFailed ||= length < 0;
    underWay = null;
  };

  return {
    async move() {
      if (hasFailed) return takeBack();
      if (underWay !== null) return;
      if (thread !== null && length > long) {
        // Only when all of it has been moved does the next writer start the log anew. Most of it
        // has been, while others wrote: what they wrote is little, and soon moved.
        await ask(thread);
        length = 0;
        last = Date.now();
        return;
      }
      if (Date.now() - last < pause) return;
      last = Date.now();
      thread ??= await handOver();
      underWay = ask(thread);
    },
    async close() {
      await underWay;
      // What came since the last move is not left to the next who commits.
      if (thread !== null && !hasFailed) await ask(thread);
      await takeBack();
    },
  };
};
