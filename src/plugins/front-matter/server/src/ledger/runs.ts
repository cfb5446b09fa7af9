import { hostname, userInfo } from 'node:os';

import type { Core } from '@strapi/strapi';

import { documentId } from '../write/document-id';
import { nextNumber, numberRuns } from './run-numbers';
import { RUN } from './tables';

/** A run's life: `interrupted` is one whose process died. */
export type RunStatus = 'running' | 'finished' | 'failed' | 'cancelled' | 'interrupted';

/** What a run came to, by name. */
export type RunCounts = Readonly<Record<string, number>>;

export interface Run {
  /** By which people and the ledger's rows name it; another than its row's id. */
  readonly number: number;
  readonly kind: 'import' | 'rollback';
  readonly archive: string | null;
  readonly startedBy: string;
  readonly host: string;
  readonly pid: number;
  readonly startedAt: string;
  readonly beatAt: string;
  readonly finishedAt: string | null;
  readonly options: Readonly<Record<string, unknown>>;
  readonly counts: RunCounts | null;
  readonly status: RunStatus;
  readonly message: string | null;
  readonly lock: string | null;
}

/** Another run is at work; the message says whose and since when. */
export class BusyError extends Error {
  constructor(run: Run) {
    super(
      `Run ${run.number} (${run.kind} of ${run.archive ?? 'a run'}) is still at work: process ${run.pid} on ${run.host}, since ${run.startedAt}. Wait until it is done, or stop it.`
    );
    this.name = 'BusyError';
  }
}

/** This run's lock was taken by another that thought it dead: what it does now must not be kept. */
export class LostLockError extends Error {
  constructor(run: number) {
    super(`Run ${run} was taken for dead by another run and has stopped. Start it again to go on.`);
    this.name = 'LostLockError';
  }
}

/** The value of the unique column that only one run can hold. */
const LOCK = 'writer';

const ATTEMPTS = 3;

/** A run elsewhere that has not shown itself for so long counts as dead; in milliseconds. */
const SILENCE = 120_000;

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user answers with EPERM: it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

/** When this process began, in milliseconds since the epoch. */
const startOfProcess = (): number => Date.now() - process.uptime() * 1000;

/** What rounding and a clock that is set take off; in milliseconds. */
const SLACK = 1_000;

const userName = (): string => {
  try {
    return userInfo().username;
  } catch {
    return 'unknown';
  }
};

/** The rows of `run`, and the lock that keeps two runs from writing at a time. */
export const runs = (strapi: Core.Strapi, clock: () => number = Date.now) => {
  const query = () => strapi.db.query(RUN);
  const now = (): string => new Date(clock()).toISOString();

  const isDead = (run: Run): boolean => {
    if (clock() - Date.parse(run.beatAt) > SILENCE) return true;
    if (run.host !== hostname()) return false;
    // In a container every process has the number that the one before it had.
    if (run.pid === process.pid) return Date.parse(run.startedAt) < startOfProcess() - SLACK;
    return !isAlive(run.pid);
  };

  const holder = (): Promise<Run | null> => query().findOne({ where: { lock: LOCK } });

  /** Frees the lock of a dead run, unless it has shown itself since. */
  const bury = async (run: Run): Promise<void> => {
    await query().updateMany({
      where: { number: run.number, lock: LOCK, beatAt: run.beatAt },
      data: {
        lock: null,
        status: 'interrupted',
        finishedAt: run.beatAt,
        message: 'The process ended before the run did.',
      },
    });
  };

  return {
    /**
     * Starts a run and takes the lock.
     * @throws BusyError while another run holds it
     */
    async start(run: Pick<Run, 'kind' | 'archive' | 'options'>): Promise<Run> {
      await numberRuns(strapi);
      const before = await holder();
      if (before !== null) {
        if (!isDead(before)) throw new BusyError(before);
        await bury(before);
      }
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await query().create({
            data: {
              ...run,
              number: await nextNumber(strapi),
              documentId: documentId(),
              startedBy: userName(),
              host: hostname(),
              pid: process.pid,
              startedAt: now(),
              beatAt: now(),
              status: 'running',
              lock: LOCK,
            },
          });
        } catch (error) {
          const winner = await holder();
          if (winner !== null) throw new BusyError(winner);
          // Whoever was given the same number may be done with it already.
          if (attempt === ATTEMPTS) throw error;
        }
      }
    },

    /**
     * Says that the run is alive. Called first in every batch's transaction: it takes the write
     * lock where a database has one, and undoes the batch when the run's own lock is gone.
     * @throws LostLockError
     */
    async beat(number: number): Promise<void> {
      const { count } = await query().updateMany({
        where: { number, lock: LOCK },
        data: { beatAt: now() },
      });
      if (count === 0) throw new LostLockError(number);
    },

    /** Says what a run has come to: last in every batch's transaction, so that it counts what is there. */
    async count(number: number, counts: RunCounts): Promise<void> {
      await query().updateMany({ where: { number, lock: LOCK }, data: { beatAt: now(), counts } });
    },

    /** Ends a run and frees the lock, if it still has it. */
    async finish(
      number: number,
      end: Pick<Run, 'status' | 'message'> & { readonly counts: RunCounts }
    ): Promise<void> {
      await query().updateMany({
        where: { number, lock: LOCK },
        data: { ...end, beatAt: now(), finishedAt: now(), lock: null },
      });
    },

    async find(number: number): Promise<Run | null> {
      await numberRuns(strapi);
      return query().findOne({ where: { number } });
    },

    /** The last import of an archive that came to its end; 0 where none did. */
    async lastFinished(archive: string): Promise<number> {
      await numberRuns(strapi);
      const found: readonly Pick<Run, 'number' | 'archive'>[] = await query().findMany({
        where: { kind: 'import', archive, status: 'finished' },
        select: ['number', 'archive'],
        orderBy: { number: 'desc' },
        limit: 20,
      });
      // Some collations take two spellings of a name for one.
      return found.find((run) => run.archive === archive)?.number ?? 0;
    },

    /** The newest runs first. One whose process has died says so, whether or not another has come since. */
    async list(limit: number): Promise<Run[]> {
      await numberRuns(strapi);
      const found: readonly Run[] = await query().findMany({
        orderBy: { number: 'desc' },
        limit,
      });
      return found.map((run) =>
        run.status === 'running' && isDead(run) ? { ...run, status: 'interrupted' } : run
      );
    },
  };
};

export type Runs = ReturnType<typeof runs>;
