import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { isServing } from 'strapi-plugin-kit';

import { carryOut } from './carry-out';
import { noteFailure } from './note-failure';
import type { ScheduleRow } from './schedule';
import { leaveTaken, nextDue, takeDue } from './take-due';

/** How long it takes to hear of what others have scheduled, in milliseconds. */
const LONGEST_PAUSE = 10_000;

const SHORTEST_PAUSE = 1000;

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
    await noteFailure(strapi, row, error);
    return false;
  }
};

export const keepSchedule = (strapi: Core.Strapi): ScheduleKeeper => {
  const instance = randomUUID();
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
      }
      if (taken.length === 0) return done;
    }
  };

  const untilNext = async (): Promise<number> => {
    const due = await nextDue(strapi);
    const pause = due === null ? LONGEST_PAUSE : due - Date.now();
    return Math.min(Math.max(pause, SHORTEST_PAUSE), LONGEST_PAUSE);
  };

  /** A command's process, which answers no requests, leaves the schedule to those that do. */
  const look = async (): Promise<number> => {
    if (!isServing(strapi)) return SHORTEST_PAUSE;
    await carryOutDue();
    return untilNext();
  };

  const again = (pause: number): void => {
    if (isOver) return;
    timer = setTimeout(() => {
      last = look()
        .catch((error: unknown) => {
          strapi.log.error(error);
          return LONGEST_PAUSE;
        })
        .then(again);
    }, pause);
    timer.unref();
  };

  return {
    carryOutDue,
    start: () => again(SHORTEST_PAUSE),
    async stop() {
      isOver = true;
      clearTimeout(timer);
      await last;
      await leaveTaken(strapi, instance);
    },
  };
};
