import type { SiteDocument } from '../../core/document';
import type { Revision } from '../../core/plan/plan-revision';
import type { StoredRecord } from '../../ledger/records/record';
import type { ScheduleTarget } from '../../site/schedule';
import type { Target } from '../../site/target';
import type { Planner } from './planner';
import type { ReadyFile } from './planned-file';

/** What the import does about the time at which a document is to be published. */
export interface Scheduling {
  readonly deed: 'add' | 'move' | 'drop' | null;
  /** ISO 8601; what the import has it published at from now on; null for none. */
  readonly at: string | null;
}

/** That a draft is to be published at a time that somebody has set. */
interface SetTime {
  readonly byEditor: boolean;
}

/** When a file's post is to be published that is hidden until its date, in ISO 8601; null for all others. */
export const dueOf = ({ post }: ReadyFile): string | null =>
  !post.visibility.shown && post.visibility.code === 'FUTURE' ? post.date : null;

export const scheduleTarget = (
  { uid }: Pick<Target, 'uid'>,
  documentId: string,
  { post }: ReadyFile
): ScheduleTarget => ({ uid, documentId, language: post.locale ?? '' });

/** Which of some drafts are to be published at a time that is set, by their files' keys; and who has set it. */
export const findScheduled = async (
  { schedule, target }: Pick<Planner, 'schedule' | 'target'>,
  files: readonly ReadyFile[],
  documents: ReadonlyMap<string, SiteDocument>
): Promise<ReadonlyMap<string, SetTime>> => {
  const drafts = files.flatMap((file) => {
    const document = documents.get(file.key);
    if (document === undefined || document.published !== null) return [];
    return [{ key: file.key, ...scheduleTarget(target, document.documentId, file) }];
  });
  if (schedule === null || drafts.length === 0) return new Map();
  const nameOf = ({ documentId, language }: ScheduleTarget): string => `${documentId} ${language}`;
  const found = new Map(
    (await schedule.find(drafts)).map((each) => [nameOf(each), { byEditor: each.byEditor }])
  );
  return new Map(
    drafts.flatMap((draft) => {
      const scheduled = found.get(nameOf(draft));
      return scheduled === undefined ? [] : [[draft.key, scheduled] as const];
    })
  );
};

/**
 * Whether an editor has decided when a draft is published: at another time, or, having taken away the one that the
 * import had set, not at that one.
 */
export const isHeldByEditor = (
  { scheduledAt = null }: Pick<StoredRecord, 'scheduledAt'>,
  { published }: Pick<SiteDocument, 'published'>,
  time: SetTime | undefined
): boolean => published === null && (time === undefined ? scheduledAt !== null : time.byEditor);

/**
 * Decides about the time of a document that is there: a time that the import has set follows the file's date, and one
 * that it has not set is set once, where the import is asked for that and nobody else has.
 *
 * @param time the time that is set, by the import or by an editor
 */
export const planSchedule = (
  { schedule, schedulesFuture }: Pick<Planner, 'schedule' | 'schedulesFuture'>,
  file: ReadyFile,
  { scheduledAt = null }: Pick<StoredRecord, 'scheduledAt'>,
  document: SiteDocument,
  { status }: Pick<Revision, 'status'>,
  time: SetTime | undefined
): Scheduling => {
  if (schedule === null) return { deed: null, at: scheduledAt };
  if (status === 'publish') return { deed: 'drop', at: null };
  const due = dueOf(file);
  if (scheduledAt !== null) return { deed: due === scheduledAt ? null : 'move', at: due };
  const isNew =
    schedulesFuture && due !== null && document.published === null && time === undefined;
  return isNew ? { deed: 'add', at: due } : { deed: null, at: null };
};
