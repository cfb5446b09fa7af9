import { performance } from 'node:perf_hooks';

import type { Database } from '../../connections/connection';
import { openLane, patienceOf } from '../../connections/lane';
import type {
  NoteSlow,
  QueryForm,
  ReadingRequest,
  SlowReadLimits,
  WhoReads,
} from '../../connections/reads-apart';
import { startPaces } from './paces';

/** How much is tried out at once of what may take long: nothing is known of it, or it looks into texts. */
const NEW_AT_ONCE = 4;

/** Most of that is quick, so that more may wait for it. */
const NEW_WAITING = 10;

/** Milliseconds that this process has waited, for a database most of all, and not worked. */
const idleTime = (): number => performance.eventLoopUtilization().idle;

/** Has what visitors read take turns, where it takes long or may. */
export interface Turns {
  /** The request that is read for, if it is a visitor's that may wait; null otherwise. */
  mayWait(): ReadingRequest | null;
  /** Reads at once where it is known to be quick whatever is looked for, else when it is its turn. */
  inTurn<Result>(form: QueryForm, asker: object, read: () => Promise<Result>): Promise<Result>;
  /**
   * Learns from how long a read takes.
   *
   * @param explained milliseconds that what it answers with explains; null stands for a failure
   */
  timed<Result>(
    form: QueryForm,
    read: () => Promise<Result>,
    explained: (result: Result | null) => number
  ): Promise<Result>;
  /** Whether what takes long is refused for the moment. */
  isFull(): boolean;
}

const opened = new WeakMap<Database, Turns>();

/** The turns of a database; null where nobody waits. */
export const turnsOf = (db: Database): Turns | null => opened.get(db) ?? null;

/** @param noteSlow told of each request that is read for where reads take long */
export const openTurns = (
  db: Database,
  whoReads: WhoReads,
  { atOnce, waiting, timeout }: SlowReadLimits,
  noteSlow: NoteSlow
): Turns => {
  const paces = startPaces();
  const limits = { patience: patienceOf(timeout), sharesTurn: true };
  const lanes = {
    slow: openLane({ ...limits, atOnce, waiting }),
    new: openLane({ ...limits, atOnce: NEW_AT_ONCE, waiting: waiting * NEW_WAITING }),
  };
  const turns: Turns = {
    mayWait() {
      const request = whoReads();
      return request?.who === 'visitor' && request.mayWait ? request : null;
    },
    inTurn(form, asker, read) {
      const pace = paces.of(form);
      if (pace === 'slow') noteSlow(asker);
      if (pace === 'quick' && !form.searches) return read();
      return lanes[pace === 'slow' ? 'slow' : 'new'].through(asker, read);
    },
    async timed(form, read, explained) {
      const [start, idle] = [performance.now(), idleTime()];
      let result: Awaited<ReturnType<typeof read>> | null = null;
      try {
        result = await read();
        return result;
      } finally {
        const most = explained(result);
        const [took, waited] = [performance.now() - start, idleTime() - idle];
        // Where this process was busy it is not known what took so long.
        if (took <= most || waited > most) paces.note(form, took <= most);
      }
    },
    isFull: lanes.slow.isFull,
  };
  opened.set(db, turns);
  return turns;
};
