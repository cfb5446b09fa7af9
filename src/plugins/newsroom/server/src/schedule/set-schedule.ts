import type { Core } from '@strapi/strapi';
import { lockDocuments, retryTransaction } from 'strapi-plugin-kit/database';

import type { ScheduledDeed } from '../panel/schedule-contract';
import type { Asker } from '../permissions/user';
import { askerColumns } from './asker';
import { DEEDS, SCHEDULE, type ScheduleRow, type Target, whereTarget } from './schedule';

/** When each thing is to be done; null for never. */
export type Times = Readonly<Record<ScheduledDeed, Date | null>>;

/**
 * Sets what is to be done with a document, and when. What is to be done at the same time as before stays with whoever
 * asked for it, unless it has failed.
 *
 * @param check is given what stands there, within the transaction, and throws where the times cannot be
 */
export const setSchedule = (
  strapi: Core.Strapi,
  target: Target,
  times: Times,
  asker: Asker | null,
  check: (before: readonly ScheduleRow[]) => Promise<void> = async () => undefined
): Promise<void> =>
  retryTransaction(strapi.db, async (trx) => {
    await lockDocuments(strapi, trx, target.uid, [target.documentId]);
    const rows = strapi.db.query(SCHEDULE);
    const before: readonly ScheduleRow[] = await rows.findMany({ where: whereTarget(target) });
    await check(before);
    for (const deed of DEEDS) {
      const dueAt = times[deed];
      const row = before.find((one) => one.deed === deed);
      const isSame = row !== undefined && new Date(row.dueAt).getTime() === dueAt?.getTime();
      if (isSame && row.failedAt === null) continue;
      // A new row, not the old one with another time: whoever has begun to carry that out finds it gone.
      await rows.deleteMany({ where: { ...whereTarget(target), deed } });
      if (dueAt === null) continue;
      const data = { ...whereTarget(target), deed, dueAt };
      await rows.create({ data: { ...data, ...askerColumns(asker), attempts: 0 } });
    }
  });
