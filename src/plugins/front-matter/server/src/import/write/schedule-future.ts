import { dueOf, scheduleTarget } from '../plan/plan-schedule';
import type { Creation, Revising } from '../plan/planned-file';
import type { Writer } from './writer';

/** When a new post is to be published, in ISO 8601; null where the import is not asked for that, and for all others. */
export const scheduleFor = (
  { schedule, schedulesFuture }: Writer,
  { file }: Creation
): string | null => (schedule === null || !schedulesFuture ? null : dueOf(file));

/** Has posts published at their dates that are dated in the future, where the import was asked for that. */
export const scheduleNew = async (
  writer: Writer,
  creations: readonly Creation[]
): Promise<void> => {
  const schedules = creations.flatMap((creation) => {
    const at = scheduleFor(writer, creation);
    if (at === null) return [];
    const { file, documentId } = creation;
    const target = scheduleTarget(writer.target, documentId, file);
    return [{ ...target, at: new Date(at), by: null }];
  });
  if (schedules.length > 0) await writer.schedule?.add(schedules);
};

/** Does what was decided about the time of a document that is there. */
export const scheduleAgain = async (
  { schedule, target }: Writer,
  { file, document, scheduling }: Revising
): Promise<void> => {
  if (schedule === null || scheduling.deed === null) return;
  const own = scheduleTarget(target, document.documentId, file);
  const at = scheduling.at === null ? null : new Date(scheduling.at);
  if (scheduling.deed === 'move') await schedule.move(own, at);
  else if (at !== null) await schedule.add([{ ...own, at, by: null }]);
};
