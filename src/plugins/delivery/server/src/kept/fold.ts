import { type Database, engineOf, retryTransaction, within } from 'strapi-plugin-kit/database';
import { CHANGES, COUNTS } from './names';
import { lockStates } from '../triggers/state';

/** Changes that are added up in one transaction. */
const STEP = 5_000;

interface Counted {
  readonly list: string;
  readonly target_id: number | string;
  readonly locale: string;
}

type Change = Counted & { readonly id: number | string; readonly difference: number | string };
type Count = Counted & { readonly total: number | string };

const keyOf = ({ list, target_id, locale }: Counted): string => `${list} ${target_id} ${locale}`;

/** Adds some changes to the counts, and answers with how many there were. */
const foldStep = (db: Database): Promise<number> =>
  retryTransaction(db, async (trx) => {
    // Nobody else adds up: what is read here is what is removed, and what totals are.
    await lockStates(db, trx);
    const changes: Change[] = await within(db, trx, CHANGES).select('*').orderBy('id').limit(STEP);
    if (changes.length === 0) return 0;
    const sums = new Map<string, { of: Counted; by: number }>();
    for (const { id: _, difference, ...of } of changes) {
      const sum = sums.get(keyOf(of)) ?? { of, by: 0 };
      sum.by += Number(difference);
      sums.set(keyOf(of), sum);
    }
    const totals = new Map<string, number>();
    const targets = [...new Set(changes.map(({ target_id }) => target_id))];
    const counts: Count[] = await within(db, trx, COUNTS)
      .whereIn('list', [...new Set(changes.map(({ list }) => list))])
      .whereIn('target_id', targets);
    for (const count of counts) totals.set(keyOf(count), Number(count.total));
    const rows = [...sums.entries()]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, { of, by }]) => ({ ...of, total: (totals.get(key) ?? 0) + by }));
    await within(db, trx, COUNTS).insert(rows).onConflict(['list', 'target_id', 'locale']).merge();
    const ids = changes.map(({ id }) => id);
    await within(db, trx, CHANGES).whereIn('id', ids).delete();
    return changes.length;
  });

/**
 * Adds what triggers have appended to the counts; nobody who writes waits for that.
 *
 * @param isStopped tells to leave the rest to the next time
 */
export const fold = async (db: Database, isStopped: () => boolean = () => false): Promise<void> => {
  if (!engineOf(db).keeping.appends) return;
  // Who asks the server whether anybody has written is not to hear of those who only look.
  const waiting: unknown[] = await within(db, db.connection, CHANGES).select('id').limit(1);
  if (waiting.length === 0) return;
  while (!isStopped() && (await foldStep(db)) === STEP);
};
