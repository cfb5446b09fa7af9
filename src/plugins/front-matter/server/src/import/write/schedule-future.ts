import { scheduleKey, type ScheduleTarget, scheduleTarget } from '../../site/schedule';
import { dueOf } from '../plan/plan-schedule';
import type { Creation, Revising } from '../plan/planned-file';
import type { Writer } from './writer';

/** When a new post is to be published, in ISO 8601; null where the import is not asked for that, and for all others. */
export const scheduleFor = (
  { schedule, schedulesFuture }: Writer,
  { file }: Creation
): string | null => (schedule === null || !schedulesFuture ? null : dueOf(file));

/**
 * Has posts published at their dates that are dated in the future, where the import was asked for that. A time that is
 * left of a document which was there before goes first, unless an editor has set it.
 */
export const scheduleNew = async (
  writer: Writer,
  creations: readonly Creation[]
): Promise<void> => {
  const { schedule } = writer;
  if (schedule === null) return;
  const targetOf = ({ file, documentId }: Creation): ScheduleTarget =>
    scheduleTarget({ ...writer.target, locale: file.post.locale }, documentId);
  const left = new Set<string>();
  const before = creations.filter(({ isThere }) => isThere).map(targetOf);
  for (const time of before.length === 0 ? [] : await schedule.find(before)) {
    if (time.by === null) await schedule.move(time, null);
    else left.add(scheduleKey(time));
  }
  const schedules = creations.flatMap((creation) => {
    const at = scheduleFor(writer, creation);
    const target = targetOf(creation);
    return at === null || left.has(scheduleKey(target))
      ? []
      : [{ ...target, at: new Date(at), by: null }];
  });
  if (schedules.length > 0) await schedule.add(schedules);
};

/** Does what was decided about the time of a document that is there. */
export const scheduleAgain = async (
  { schedule, target }: Writer,
  { file, document, scheduling }: Revising
): Promise<void> => {
  if (schedule === null || scheduling.deed === null) return;
  const own = scheduleTarget({ ...target, locale: file.post.locale }, document.documentId);
  const at = scheduling.at === null ? null : new Date(scheduling.at);
  if (scheduling.deed === 'move') await schedule.move(own, at);
  else if (at !== null) await schedule.add([{ ...own, at, by: null }]);
};
