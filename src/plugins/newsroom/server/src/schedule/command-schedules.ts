import type { Core } from '@strapi/strapi';
import { chunks } from 'strapi-plugin-kit/database';

import { SCHEDULE, type ScheduleRow, type Target, targetOf, whereTarget } from './schedule';

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

/**
 * Takes a draft that a command has just published from those to be published, whoever has scheduled it. In the
 * caller's transaction.
 */
export const dropSchedule = async ({ db }: Core.Strapi, target: Target): Promise<void> => {
  await db.query(SCHEDULE).deleteMany({ where: { ...whereTarget(target), deed: 'publish' } });
};

/** Of some documents those that are to be published, and whether it is an editor who has set the time. */
export const findSchedules = async (
  { db }: Core.Strapi,
  targets: readonly Target[]
): Promise<readonly (Target & { readonly byEditor: boolean })[]> => {
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
    .map((row) => ({ ...targetOf(row), byEditor: row.userId !== null }))
    .filter(({ documentId, language }) => asked.has(`${documentId} ${language}`));
};
