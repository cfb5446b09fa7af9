import { type Database, engineOf, retryTransaction, within } from 'strapi-plugin-kit/database';
import { lockStates } from '../triggers/state';
import { INBOX, LOG } from './names';

/** Entries that are moved by one transaction. */
const STEP = 2_000;

interface Entry {
  readonly id: number | string;
  readonly uid: string;
  readonly document_id: string;
  readonly locale: string;
  readonly kind: string;
  readonly at: number | string;
}

/**
 * Moves entries of transactions that are committed from the inbox to the end of the log. The numbers
 * that triggers gave them are in no order of commits: a higher one may be seen before a lower one.
 * Those of the log are given here, to one after the other, so that whoever has read up to one of them
 * has read all before it. Nobody who writes waits for that.
 *
 * @returns whether there may be more
 */
export const moveStep = (db: Database): Promise<boolean> =>
  retryTransaction(db, async (trx) => {
    // Nobody else moves: what is read here is what is removed.
    await lockStates(db, trx);
    const entries: Entry[] = await within(db, trx, INBOX).select('*').orderBy('id').limit(STEP);
    if (entries.length === 0) return false;
    await engineOf(db).insertRows(db, trx, LOG, {
      columns: ['inbox_id', 'uid', 'document_id', 'locale', 'kind', 'at'],
      rows: entries.map(({ id, uid, document_id, locale, kind, at }) => [
        ...[id, uid, document_id, locale, kind, at],
      ]),
    });
    const ids = entries.map(({ id }) => id);
    const removed: number = await within(db, trx, INBOX).whereIn('id', ids).delete();
    if (removed !== ids.length) throw new Error('Entries of the log are moved by somebody else.');
    return entries.length === STEP;
  });

/** Moves all that is there. */
export const moveInbox = async (
  db: Database,
  isStopped: () => boolean = () => false
): Promise<void> => {
  if (!engineOf(db).keeping.appends) return;
  // Who asks the server whether anybody has written is not to hear of those who only look.
  const waiting: unknown[] = await within(db, db.connection, INBOX).select('id').limit(1);
  if (waiting.length === 0) return;
  while (!isStopped() && (await moveStep(db)));
};
