import { type Database, retryTransaction, within } from 'strapi-plugin-kit/database';
import type { DeliveryConfig } from '../config/schema';
import { lockStates } from '../triggers/state';
import { LOG, START } from './names';
import { lastEntry } from './start';

/** Entries that are removed by one transaction, in some milliseconds. */
const STEP = 2_000;

const DAY = 86_400_000;

interface Entry {
  readonly id: number | string;
  readonly at: number | string;
}

/**
 * Removes the oldest entries that are beyond what is to be remembered; never the last one, by which a
 * reader who has seen all knows his place.
 *
 * @returns whether there may be more
 */
const pruneStep = (
  db: Database,
  { entries, days }: DeliveryConfig['changesKept']
): Promise<boolean> =>
  retryTransaction(db, async (trx) => {
    await lockStates(db, trx);
    const last = await lastEntry(db, trx);
    const oldest: Entry[] = await within(db, trx, LOG)
      .select('id', 'at')
      .where('id', '<', last)
      .orderBy('id')
      .limit(STEP);
    const before = Date.now() - days * DAY;
    const kept = oldest.findIndex(
      ({ id, at }) => Number(id) > last - entries && Number(at) >= before
    );
    const old = kept === -1 ? oldest : oldest.slice(0, kept);
    const end = old.at(-1)?.id;
    if (end === undefined) return false;
    await within(db, trx, START).where('forgotten_to', '<', end).update({ forgotten_to: end });
    await within(db, trx, LOG).where('id', '<=', end).delete();
    return old.length === STEP;
  });

/** Removes what is beyond what is to be remembered, a little at a time. */
export const prune = async (
  db: Database,
  kept: DeliveryConfig['changesKept'],
  isStopped: () => boolean = () => false
): Promise<void> => {
  while (!isStopped() && (await pruneStep(db, kept)));
};
