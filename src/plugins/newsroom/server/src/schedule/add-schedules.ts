import type { Core } from '@strapi/strapi';
import { chunks } from 'strapi-plugin-kit/database';

import { SCHEDULE, type Target } from './schedule';

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
      data: part.map(({ uid, documentId, language, at }) => ({
        contentType: uid,
        target: documentId,
        language,
        deed: 'publish',
        dueAt: at,
        attempts: 0,
      })),
    });
  }
};
