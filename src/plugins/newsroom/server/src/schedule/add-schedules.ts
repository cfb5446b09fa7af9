import type { Core } from '@strapi/strapi';
import { chunks } from 'strapi-plugin-kit/database';

import { SCHEDULE, type Target, whereTarget } from './schedule';

/** A draft that is to be published. */
export interface NewSchedule extends Target {
  readonly at: Date;
}

const AT_A_TIME = 100;

/**
 * Puts new drafts into the schedule, in the caller's transaction. Nobody's rights are asked when they are due: it is
 * for commands of the server, as an import.
 *
 * @param schedules of documents that nothing is scheduled for
 */
export const addSchedules = async (
  { db }: Core.Strapi,
  schedules: readonly NewSchedule[]
): Promise<void> => {
  for (const part of chunks(schedules, AT_A_TIME)) {
    await db.query(SCHEDULE).createMany({
      data: part.map(({ at, ...target }) => ({
        ...whereTarget(target),
        deed: 'publish',
        dueAt: at,
        attempts: 0,
      })),
    });
  }
};

/**
 * Has what was put there so published at another time, or, for null, at none. What an editor has scheduled stays.
 * In the caller's transaction, which has locked the document.
 */
export const moveSchedule = async (
  { db }: Core.Strapi,
  target: Target,
  at: Date | null
): Promise<void> => {
  const rows = db.query(SCHEDULE);
  const where = { ...whereTarget(target), deed: 'publish', userId: null };
  if (at === null) await rows.deleteMany({ where });
  else
    await rows.updateMany({
      where,
      data: {
        dueAt: at,
        attempts: 0,
        takenBy: null,
        takenUntil: null,
        failedAt: null,
        reason: null,
      },
    });
};
