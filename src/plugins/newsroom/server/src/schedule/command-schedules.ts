import type { Core } from '@strapi/strapi';
import { chunks } from 'strapi-plugin-kit/database';

import { askerColumns, type KeptAsker, keptAsker } from './asker';
import { SCHEDULE, type ScheduleRow, type Target, targetOf, whereTarget } from './schedule';

/** A draft that is to be published. */
export interface NewSchedule extends Target {
  readonly at: Date;
  /** Whose rights are asked when it is due; nobody's for what a command of the server has set. */
  readonly by?: KeptAsker | null;
}

const AT_A_TIME = 100;

/**
 * Puts drafts into the schedule, in the caller's transaction. It is for commands of the server, as an import.
 *
 * @param schedules of documents that nothing is scheduled for
 */
export const addSchedules = async (
  { db }: Core.Strapi,
  schedules: readonly NewSchedule[]
): Promise<void> => {
  for (const part of chunks(schedules, AT_A_TIME)) {
    await db.query(SCHEDULE).createMany({
      data: part.map(({ at, by, ...target }) => ({
        ...whereTarget(target),
        deed: 'publish',
        dueAt: at,
        ...askerColumns(by ?? null),
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

/** Of some documents those that are to be published: when, and by whose doing; null for a command's. */
export const findSchedules = async (
  { db }: Core.Strapi,
  targets: readonly Target[]
): Promise<readonly Required<NewSchedule>[]> => {
  const asked = new Set(targets.map(({ documentId, language }) => `${documentId} ${language}`));
  const found: ScheduleRow[] = [];
  for (const part of chunks([...new Set(targets.map(({ documentId }) => documentId))], AT_A_TIME)) {
    const rows: readonly ScheduleRow[] = await db.query(SCHEDULE).findMany({
      where: {
        contentType: { $in: [...new Set(targets.map(({ uid }) => uid))] },
        target: { $in: [...part] },
        deed: 'publish',
      },
    });
    found.push(...rows);
  }
  return found
    .map((row) => ({
      ...targetOf(row),
      at: new Date(row.dueAt),
      by: keptAsker(row),
    }))
    .filter(({ documentId, language }) => asked.has(`${documentId} ${language}`));
};
