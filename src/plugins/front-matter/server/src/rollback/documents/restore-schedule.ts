import type { SiteDocument } from '../../core/document';
import type { StoredRecord } from '../../ledger/records/record';
import { scheduleOf } from '../../site/schedule';
import type { RollbackJob } from '../job/rollback-job';
import { restoredSchedule } from '../plan/restored-record';
import type { Step } from '../plan/steps';

/**
 * Has a document published again at the time that applied runs have set, and answers with that for its file's record.
 * A time that has passed is not set again: the document would be published at once.
 */
export const restoreSchedule = async (
  { strapi, target }: RollbackJob,
  steps: readonly Step[],
  { documentId, published }: SiteDocument,
  record: StoredRecord
): Promise<Pick<StoredRecord, 'scheduledAt'>> => {
  const before = record.scheduledAt ?? null;
  const wanted = restoredSchedule(steps);
  const at = wanted === undefined || wanted === null ? null : new Date(wanted);
  const isPast = at !== null && at.getTime() <= Date.now();
  const restored = isPast ? null : wanted;
  if (restored === undefined || restored === before) return {};
  const schedule = scheduleOf(strapi, target.uid);
  const own = { uid: target.uid, documentId, language: target.locale ?? '' };
  if (schedule !== null && (at === null || before !== null)) {
    await schedule.move(own, restored === null ? null : at);
  } else if (schedule !== null && at !== null && published === null) {
    if ((await schedule.find([own])).length === 0) await schedule.add([{ ...own, at }]);
  }
  return { scheduledAt: restored };
};
