import type { SiteDocument } from '../../core/document';
import { hashStatus, STATUS } from '../../core/plan/hash-post';
import type { KeptTime } from '../../ledger/change';
import type { StoredRecord } from '../../ledger/records/record';
import { scheduleOf, scheduleTarget } from '../../site/schedule';
import type { RollbackJob } from '../job/rollback-job';
import { restoredSchedule } from '../plan/restored-record';
import type { Step } from '../plan/steps';

/**
 * The first run that is undone now and has recorded the time that was set before it; undefined where a later run that
 * stays applied has recorded one, too.
 */
const undoneStep = (steps: readonly Step[]): Step | undefined => {
  const own = steps.filter(({ time }) => time !== undefined);
  const first = own.findIndex(({ wasApplied, isApplied }) => wasApplied && !isApplied);
  const isCovered = own.slice(first + 1).some(({ isApplied }) => isApplied);
  return first === -1 || isCovered ? undefined : own[first];
};

/** Whether an editor has set the time at which a document is published, since the runs that are undone now. */
export const hasEditorsTime = async (
  job: RollbackJob,
  steps: readonly Step[],
  documentId: string
): Promise<boolean> => {
  const found = await scheduleOf(job.strapi, job.target.uid)?.find([
    scheduleTarget(job.target, documentId),
  ]);
  const before = undoneStep(steps)?.time ?? null;
  return (found ?? []).some(
    ({ at, by }) => by !== null && !(before?.by && Date.parse(before.at) === at.getTime())
  );
};

/** The time that a draft without one is to have again; null for none. */
const timeAgain = (
  steps: readonly Step[],
  wanted: string | null,
  before: string | null
): KeptTime | null => {
  const undone = undoneStep(steps);
  const time = undone?.time ?? null;
  // An editor's time goes when a run publishes; else it was its editor who has taken it away.
  const wasTaken = undone?.hashes[STATUS] === hashStatus(true);
  if (time?.by) return wasTaken ? time : null;
  const isRedone = steps.some((step) => !step.wasApplied && step.isApplied && step.scheduledAt);
  const isImports = wanted !== null && before === null && (time !== null || isRedone);
  return isImports ? { at: wanted, by: null } : null;
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
  const isPast = wanted !== null && Date.parse(wanted) <= Date.now();
  const own = scheduleTarget(job.target, documentId);
  const [current] = await schedule.find([own]);
  if (current !== undefined) {
    const at = wanted === null || isPast ? null : new Date(wanted);
    if (current.by === null && wanted !== before) await schedule.move(own, at);
  } else if (published === null) {
    const again = timeAgain(steps, wanted, before);
    const at = again && new Date(again.at);
    if (again && at && at.getTime() > Date.now()) await schedule.add([{ ...own, ...again, at }]);
  }
  if (wanted === before) return {};
  // A time of the import's own that has passed is forgotten; that an editor had taken it away is not.
  const isLost = isPast && (current ?? undoneStep(steps)?.time)?.by === null;
  return { scheduledAt: isLost ? null : wanted };
};
