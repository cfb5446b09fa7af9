import type { Core } from '@strapi/strapi';

import { SCHEDULE, scheduledTypes, type ScheduleRow } from './schedule';

/** Rows that are taken at a time: what one instance has taken, others leave alone. */
const MOST = 10;

/** How long they are left alone, in milliseconds: so late is what an instance had taken that was killed. */
const LEASE = 20_000;

const isFree = (types: readonly string[], now: number): object => ({
  contentType: { $in: [...types] },
  failedAt: null,
  dueAt: { $lte: new Date(now) },
  $or: [{ takenUntil: null }, { takenUntil: { $lt: new Date(now) } }],
});

/**
 * Takes the next rows that are due, the longest due first. Whether each is still to be done is settled when it is done:
 * taking only keeps instances from waiting for each other.
 *
 * @param instance names this process among all of the application
 */
export const takeDue = async (
  strapi: Core.Strapi,
  instance: string,
  now = Date.now()
): Promise<readonly ScheduleRow[]> => {
  const rows = strapi.db.query(SCHEDULE);
  const types = scheduledTypes(strapi);
  const due: readonly ScheduleRow[] = await rows.findMany({
    where: isFree(types, now),
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    limit: MOST,
  });
  if (due.length === 0) return due;
  const ids = due.map(({ id }) => id);
  await rows.updateMany({
    where: { id: { $in: ids }, ...isFree(types, now) },
    data: { takenBy: instance, takenUntil: new Date(now + LEASE) },
  });
  return rows.findMany({
    where: { id: { $in: ids }, takenBy: instance, failedAt: null },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
  });
};

/** Lets others have what this instance has taken and not done. */
export const leaveTaken = async ({ db }: Core.Strapi, instance: string): Promise<void> => {
  await db.query(SCHEDULE).updateMany({
    where: { takenBy: instance },
    data: { takenBy: null, takenUntil: null },
  });
};

/** When the next row is due that has not failed, in milliseconds since 1970; null where there is none. */
export const nextDue = async (strapi: Core.Strapi): Promise<number | null> => {
  const next: ScheduleRow | null = await strapi.db.query(SCHEDULE).findOne({
    where: { contentType: { $in: [...scheduledTypes(strapi)] }, failedAt: null },
    orderBy: { dueAt: 'asc' },
  });
  return next === null ? null : new Date(next.dueAt).getTime();
};
