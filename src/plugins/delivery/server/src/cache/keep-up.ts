import { askTogether, type Reader } from 'strapi-plugin-kit/database';

import type { Freshness } from '../answers/freshness';
import { type Soon, then } from '../plans/soon';
import type { AnswerStore, Touched } from './answer-store';

/**
 * What was touched by what was committed since a position, nothing left out; `all` where that is not known any more.
 *
 * @param since null for the present position alone
 */
export type ReadTouched<Position> = (since: Position | null) => Promise<{
  readonly position: Position;
  readonly touched: readonly Touched[] | 'all';
}>;

/**
 * Forgets what was written since the last time, by anybody.
 *
 * @returns the moment, as the database tells it, for which what is kept is right; null where none may be answered with
 */
export type KeepUp = () => Soon<string | null>;

/**
 * @param readTouched tells what was written; where nothing does, all is forgotten when anything was
 */
export const startKeepingUp = <Position>(
  reader: Reader,
  fresh: Freshness,
  store: AnswerStore,
  readTouched: ReadTouched<Position> | null
): KeepUp => {
  let known: string | null = null;
  let terms: string | null = null;
  let position: Position | null = null;

  const forgetWritten = async (): Promise<void> => {
    if (readTouched === null) {
      store.clear();
      return;
    }
    const { position: now, touched } = await readTouched(position);
    if (position === null || touched === 'all') store.clear();
    else store.forget(touched);
    position = now;
  };

  /** What is read here was committed at the moment, or later: then the next moment is another one. */
  const catchUp = async (moment: string): Promise<void> => {
    try {
      const now = await fresh.terms();
      if (now !== terms) {
        store.clear();
        terms = now;
      }
      await forgetWritten();
      known = moment;
    } catch {
      // What was written is not known: the database is away, most likely.
      store.clear();
      [known, position] = [null, null];
    }
  };
  const catchUpTogether = askTogether(async () => {
    const moment = await reader.moment();
    if (moment !== null && moment !== known) await catchUp(moment);
    return moment === null ? null : known;
  });

  return () =>
    then(reader.moment(), (moment) =>
      moment === null || moment === known ? moment : catchUpTogether()
    );
};
