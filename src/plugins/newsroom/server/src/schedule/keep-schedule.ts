import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

import type { Core } from '@strapi/strapi';
import { isServing } from 'strapi-plugin-kit';

import { carryOut } from './carry-out';
import { noteFailure } from './note-failure';
import type { ScheduleRow } from './schedule';
import { leaveTaken, nextDue, takeDue } from './take-due';

/** How long it takes to hear of what others have scheduled, in milliseconds. */
const LONGEST_PAUSE = 10_000;

const SHORTEST_PAUSE = 1000;

/** For requests that wait, in milliseconds. */
const BETWEEN = 5;

/** Carries out what is due, as long as the application runs. */
export interface ScheduleKeeper {
  /** Carries out all that is due now; answers with how much was done. */
  carryOutDue(): Promise<number>;
  start(): void;
  /** Ends after what is being done, and leaves the rest to others. */
  stop(): Promise<void>;
}

const one = async (strapi: Core.Strapi, row: ScheduleRow): Promise<boolean> => {
  try {
    return (await carryOut(strapi, row)) === 'done';
  } catch (error) {
    // What cannot be noted either is tried again when its lease has ended; the others need not wait for it.
    await noteFailure(strapi, row, error).catch((fault: unknown) => strapi.log.error(fault));
    return false;
  }
};

export const keepSchedule = (strapi: Core.Strapi): ScheduleKeeper => {
  const instance = randomUUID();
  let isStarted = false;
  let isOver = false;
  let timer: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const carryOutDue = async (): Promise<number> => {
    let done = 0;
    for (;;) {
      const taken = await takeDue(strapi, instance);
      for (const row of taken) {
        if (isOver) return done;
        if (await one(strapi, row)) done += 1;
        // SQLite answers at once: nobody else would get a word in until all of it is published.
        await pause(BETWEEN);
      }
      if (taken.length === 0) return done;
    }
  };

  const untilNext = async (): Promise<number> => {
    const due = await nextDue(strapi);
    const left = due === null ? LONGEST_PAUSE : due - Date.now();
    return Math.min(Math.max(left, SHORTEST_PAUSE), LONGEST_PAUSE);
  };

  /** A command's process, which answers no requests, leaves the schedule to those that do. */
  const look = async (): Promise<number> => {
    if (!isServing(strapi)) return SHORTEST_PAUSE;
    await carryOutDue();
    return untilNext();
  };

  const again = (milliseconds: number): void => {
    if (isOver) return;
    timer = setTimeout(() => {
      last = look()
        .catch((error: unknown) => {
          strapi.log.error(error);
          return LONGEST_PAUSE;
        })
        .then(again);
    }, milliseconds);
    timer.unref();
  };

  return {
    carryOutDue,
    start() {
      isStarted = true;
      again(SHORTEST_PAUSE);
    },
    async stop() {
      isOver = true;
      // An application that was only loaded, as to write its types, has no database.
      if (!isStarted) return;
      clearTimeout(timer);
      await last;
      // Whoever cannot be told finds it free in some seconds.
      await leaveTaken(strapi, instance).catch((error: unknown) => strapi.log.warn(error));
    },
  };
};
