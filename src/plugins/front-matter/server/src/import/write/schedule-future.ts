import type { Creation, ReadyFile, Revising } from '../plan/planned-file';
import type { ScheduleTarget } from '../../site/schedule';
import type { Writer } from './writer';

/** When a file's post is to be published that is hidden until its date; null for all others. */
const dueOf = ({ post }: ReadyFile): Date | null =>
  !post.visibility.shown && post.visibility.code === 'FUTURE' && post.date !== null
    ? new Date(post.date)
    : null;

const targetOf = ({ target }: Writer, documentId: string, file: ReadyFile): ScheduleTarget => ({
  uid: target.uid,
  documentId,
  language: file.post.locale ?? '',
});

/** Has posts published at their dates that are dated in the future, where the import was asked for that. */
export const scheduleNew = async (
  writer: Writer,
  creations: readonly Creation[]
): Promise<void> => {
  if (writer.schedule === null || !writer.schedulesFuture) return;
  const schedules = creations.flatMap(({ file, documentId }) => {
    const at = dueOf(file);
    return at === null ? [] : [{ ...targetOf(writer, documentId, file), at }];
  });
  if (schedules.length > 0) await writer.schedule.add(schedules);
};

/** Has a post that was scheduled published at its new date; not at all where it is not in the future any more. */
export const scheduleAgain = async (
  writer: Writer,
  { file, record, document }: Revising
): Promise<void> => {
  if (record.dueAt === null || writer.schedule === null) return;
  await writer.schedule.move(targetOf(writer, document.documentId, file), dueOf(file));
};
