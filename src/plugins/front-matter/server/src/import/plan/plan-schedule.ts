import type { SiteDocument } from '../../core/document';
import type { Revision } from '../../core/plan/plan-revision';
import type { StoredRecord } from '../../ledger/records/record';
import { scheduleKey, scheduleTarget, type SetTime } from '../../site/schedule';
import type { Planner } from './planner';
import type { ReadyFile, Scheduling } from './planned-file';

/** When a file's post is to be published that is hidden until its date, in ISO 8601; null for all others. */
export const dueOf = ({ post }: ReadyFile): string | null =>
  !post.visibility.shown && post.visibility.code === 'FUTURE' ? post.date : null;

const isAsked = (file: ReadyFile, document: SiteDocument | undefined): document is SiteDocument =>
  document !== undefined && (document.published === null || !file.post.visibility.shown);

/** The times at which documents are to be published, by their files' keys. */
export const findTimes = async (
  { schedule, target }: Pick<Planner, 'schedule' | 'target'>,
  files: readonly ReadyFile[],
  documents: ReadonlyMap<string, SiteDocument>
): Promise<ReadonlyMap<string, SetTime>> => {
  const asked = files.flatMap((file) => {
    const document = documents.get(file.key);
    if (!isAsked(file, document)) return [];
    const { locale } = file.post;
    return [{ key: file.key, ...scheduleTarget({ ...target, locale }, document.documentId) }];
  });
  if (schedule === null || asked.length === 0) return new Map();
  const found = new Map((await schedule.find(asked)).map((time) => [scheduleKey(time), time]));
  return new Map(
    asked.flatMap((one) => {
      const time = found.get(scheduleKey(one));
      return time === undefined ? [] : [[one.key, time] as const];
    })
  );
};

/**
 * Whether an editor has decided when a draft is published: the editor has set a time, or has taken away the one that
 * the import had set.
 */
export const isHeldByEditor = (
  { schedule }: Pick<Planner, 'schedule'>,
  { scheduledAt = null }: Pick<StoredRecord, 'scheduledAt'>,
  { published }: Pick<SiteDocument, 'published'>,
  time: SetTime | undefined
): boolean =>
  schedule !== null &&
  published === null &&
  (time === undefined ? scheduledAt !== null : time.by !== null);

/**
 * Decides about the time of a document that is there: a time that the import has set follows the file's date, and one
 * that it has not set is set once, where the import is asked for that, and no editor has set a time or changed the
 * draft. What an editor has decided stays, and is remembered until the document is published.
 *
 * @param time the time that is set, by the import or by an editor
 */
export const planSchedule = (
  planner: Pick<Planner, 'schedule' | 'schedulesFuture'>,
  file: ReadyFile,
  record: Pick<StoredRecord, 'scheduledAt'>,
  document: SiteDocument,
  { status, isEdited }: Pick<Revision, 'status' | 'isEdited'>,
  time: SetTime | undefined
): Scheduling => {
  const { scheduledAt = null } = record;
  const before = time ?? null;
  const due = dueOf(file);
  const plan = (deed: Scheduling['deed'], at: string | null, isLeft = false): Scheduling => ({
    deed,
    at,
    before,
    isLeft,
  });
  if (planner.schedule === null) return plan(null, scheduledAt);
  // Whatever time was set goes when a document is published.
  if (status === 'publish') return plan(null, null);
  if (isHeldByEditor(planner, record, document, time)) {
    return plan(null, scheduledAt === null ? null : (due ?? scheduledAt));
  }
  if (scheduledAt !== null || before?.by === null) {
    return plan(due === scheduledAt ? null : 'move', due);
  }
  const isDraft = document.published === null || status === 'unpublish';
  if (!planner.schedulesFuture || due === null || !isDraft || before !== null)
    return plan(null, null);
  return isEdited ? plan(null, null, true) : plan('add', due);
};
