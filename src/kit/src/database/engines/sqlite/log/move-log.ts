import type { Core } from '@strapi/strapi';

import { isServing } from '../../../../is-serving';
import type { Database } from '../../../connection';
import { rowsOf } from '../../../rows-of';
import type { LogMover, LogPace } from '../../engine';
import { findDriver } from '../find-driver';
import { startLogThread, type LogThread } from './log-thread';

const NOTHING: LogMover = { move: async () => undefined, close: async () => undefined };

const PACE: LogPace = {
  // Commits wait for the same disk, so that many small moves would cost them more than a few large
  // ones. What is over sooner needs no thread.
  pause: 500,
  // 64 MiB: readers look through the log for every page that they do not hold.
  long: 16_384,
};

const pragma = async (db: Database, statement: string): Promise<unknown> => {
  const [row] = rowsOf<object>(await db.connection.raw(`pragma ${statement}`));
  return row === undefined ? null : Object.values(row)[0];
};

/** The database's file; null where it has no log of that kind. */
const fileWithLog = async (db: Database): Promise<string | null> => {
  if ((await pragma(db, 'journal_mode')) !== 'wal') return null;
  const reply: unknown = await db.connection.raw('pragma database_list');
  const [main] = rowsOf<{ readonly file: string }>(reply);
  return main?.file || null;
};

/**
 * Moves SQLite's log in a thread of its own for as long as much is written. Else the connection
 * that commits does it now and then, which takes it as long as the commits themselves. Nothing of
 * durability is given up: a commit is on the disk when its log is, wherever its pages are.
 */
export const moveLog = async (
  strapi: Core.Strapi,
  { pause, long }: LogPace = PACE
): Promise<LogMover> => {
  // Two waits for one disk at a time would keep requests waiting, too.
  if (isServing(strapi)) return NOTHING;
  const filename = await fileWithLog(strapi.db);
  const driver = findDriver(strapi.dirs.app.root);
  if (filename === null || driver === null) return NOTHING;
  const usual = Number(await pragma(strapi.db, 'wal_autocheckpoint'));
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
    await pragma(strapi.db, 'wal_autocheckpoint = 0');
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
    await pragma(strapi.db, `wal_autocheckpoint = ${usual}`).catch((error: unknown) => {
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
