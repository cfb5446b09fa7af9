import type { SiteDocument } from '../../core/document';
import type { KeptTime } from '../../ledger/changes';
import type { StoredRecord } from '../../ledger/records/record';
import { type ScheduleTarget, scheduleOf } from '../../site/schedule';
import type { RollbackJob } from '../job/rollback-job';
import { restoredSchedule } from '../plan/restored-record';
import type { Step } from '../plan/steps';

const targetOf = ({ target }: RollbackJob, documentId: string): ScheduleTarget => ({
  uid: target.uid,
  documentId,
  language: target.locale ?? '',
});

/** Whether an editor has set the time at which a document is published. */
export const hasEditorsTime = async (job: RollbackJob, documentId: string): Promise<boolean> => {
  const found = await scheduleOf(job.strapi, job.target.uid)?.find([targetOf(job, documentId)]);
  return found?.some(({ by }) => by !== null) === true;
};

/** The time that was set before the first run that is undone now, unless a later one has changed it again. */
const undoneTime = (steps: readonly Step[]): KeptTime | null => {
  const own = steps.filter(({ time }) => time !== undefined);
  const first = own.findIndex(({ wasApplied, isApplied }) => wasApplied && !isApplied);
  const isCovered = own.slice(first + 1).some(({ isApplied }) => isApplied);
  return first === -1 || isCovered ? null : (own[first]?.time ?? null);
};

/** The time that a draft without one is to have again; null for none. */
const timeAgain = (steps: readonly Step[], wanted: string | null): KeptTime | null => {
  const undone = undoneTime(steps);
  if (undone?.by) return undone;
  const isRedone = steps.some((step) => !step.wasApplied && step.isApplied && step.scheduledAt);
  return wanted !== null && (undone !== null || isRedone) ? { at: wanted, by: null } : null;
};

/**
 * Has a document published again at the time that was set for it, or that applied runs have set, and answers with the
 * latter for its file's record. An editor's time stays. A time that has passed is not set again: the document would be
 * published at once.
 */
export const restoreSchedule = async (
  job: RollbackJob,
  steps: readonly Step[],
  { documentId, published }: SiteDocument,
  record: StoredRecord
): Promise<Pick<StoredRecord, 'scheduledAt'>> => {
  const schedule = scheduleOf(job.strapi, job.target.uid);
  const isConcerned = steps.some(({ time, scheduledAt }) => (time ?? scheduledAt) !== undefined);
  if (schedule === null || !isConcerned) return {};
  const before = record.scheduledAt ?? null;
  const restored = restoredSchedule(steps);
  const wanted = restored === undefined ? before : restored;
  const own = targetOf(job, documentId);
  const [current] = await schedule.find([own]);
  if (current !== undefined) {
    const at = wanted === null ? null : new Date(wanted);
    if (current.by === null && wanted !== before) await schedule.move(own, at);
  } else if (published === null) {
    const again = timeAgain(steps, wanted);
    const at = again && new Date(again.at);
    if (again && at && at.getTime() > Date.now()) await schedule.add([{ ...own, ...again, at }]);
  }
  if (wanted === before) return {};
  const isPast = wanted !== null && Date.parse(wanted) <= Date.now();
  return { scheduledAt: isPast ? null : wanted };
};
