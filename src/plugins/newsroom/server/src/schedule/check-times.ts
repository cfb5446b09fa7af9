import type { Core, UID } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { messages } from '../messages';
import { DEEDS, inLanguage, type ScheduleRow, type Target } from './schedule';
import type { Times } from './set-schedule';

const refuse = (
  deed: string,
  key: 'schedule.past' | 'schedule.order' | 'schedule.nothing-published'
): Error => {
  const error = messages.error(errors.ValidationError, key);
  error.details = { errors: [{ path: [deed], name: 'ValidationError', message: error.message }] };
  return error;
};

const isSame = (row: ScheduleRow | undefined, time: Date): boolean =>
  row !== undefined && row.failedAt === null && new Date(row.dueAt).getTime() === time.getTime();

/**
 * Lets pass times that can be.
 *
 * @param before what is set now: a time that stays as it is may have come meanwhile
 * @throws ValidationError at `publish` or `unpublish`
 */
export const checkTimes = async (
  strapi: Core.Strapi,
  target: Target,
  times: Times,
  before: readonly ScheduleRow[],
  now = Date.now()
): Promise<void> => {
  for (const deed of DEEDS) {
    const time = times[deed];
    if (time === null || time.getTime() > now) continue;
    if (
      !isSame(
        before.find((row) => row.deed === deed),
        time
      )
    )
      throw refuse(deed, 'schedule.past');
  }
  const { publish, unpublish } = times;
  if (unpublish === null) return;
  if (publish !== null) {
    if (unpublish <= publish) throw refuse('unpublish', 'schedule.order');
    return;
  }
  const published = await strapi.documents(target.uid as UID.ContentType).findOne({
    documentId: target.documentId,
    ...inLanguage(target),
    status: 'published',
    fields: ['documentId'] as never,
  });
  if (published === null) throw refuse('unpublish', 'schedule.nothing-published');
};
