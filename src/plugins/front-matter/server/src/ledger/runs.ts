import type { Core } from '@strapi/strapi';
import { newDocumentId } from 'strapi-plugin-kit/database';

import { nextNumber, numberRuns } from './run-numbers';
import { RUN } from './tables';

/** A run's life: `interrupted` is one whose process died. */
type RunStatus = 'running' | 'finished' | 'failed' | 'cancelled' | 'interrupted';

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

/** The run's lock was taken by another run, which took it for dead: what it does now must not be kept. */
class LostLockError extends Error {
  constructor(run: number) {
    super(`Run ${run} was taken for dead by another run and has stopped. Start it again to go on.`);
    this.name = 'LostLockError';
  }
}

/** The option of an import of some files alone: how many it was to import. */
export const FILES = 'files';

/** What the renames of an archive go by. */
export interface WholeImport {
  /** The number of the last import of all its files that finished; 0 where none did. */
  readonly number: number;
  /** The finished imports of some of its files alone since then. */
  readonly partly: ReadonlySet<number>;
}

/** Runs that are looked at together. */
const PAGE = 50;

/** The value of the unique column that only one run can have. */
const LOCK = 'writer';

const now = (): string => new Date().toISOString();

/** The rows of `run`, of which the one that is at work has the lock. */
export const runs = (strapi: Core.Strapi) => {
  const query = () => strapi.db.query(RUN);
  return {
    /** The run that has the lock. */
    async lockHolder(): Promise<Run | null> {
      await numberRuns(strapi);
      return query().findOne({ where: { lock: LOCK } });
    },

    /** Inserts a run that has the lock; fails where another has the lock, or the number, by now. */
    async insert(
      run: Pick<Run, 'kind' | 'archive' | 'options' | 'startedBy' | 'host' | 'pid'>
    ): Promise<Run> {
      return query().create({
        data: {
          ...run,
          number: await nextNumber(strapi),
          documentId: newDocumentId(),
          startedAt: now(),
          beatAt: now(),
          status: 'running',
          lock: LOCK,
        },
      });
    },

    /** Releases the lock of a dead run, unless it has had a heartbeat since. */
    async markInterrupted({ number, beatAt }: Run): Promise<void> {
      await query().updateMany({
        where: { number, lock: LOCK, beatAt },
        data: {
          lock: null,
          status: 'interrupted',
          finishedAt: beatAt,
          message: 'The process ended before the run did.',
        },
      });
    },

    /**
     * Says that the run is alive. Called first in every batch's transaction: it takes the write
     * lock where a database has one, and rolls the batch back when the run's own lock is gone.
     * @throws LostLockError
     */
    async heartbeat(number: number): Promise<void> {
      const { count } = await query().updateMany({
        where: { number, lock: LOCK },
        data: { beatAt: now() },
      });
      if (count === 0) throw new LostLockError(number);
    },

    /** Saves the counts so far; last in every batch's transaction, so that they are those of what is there. */
    async saveCounts(number: number, counts: RunCounts): Promise<void> {
      await query().updateMany({ where: { number, lock: LOCK }, data: { beatAt: now(), counts } });
    },

    /** Ends a run and releases the lock, if it still has it. */
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

    /** The last import of all of an archive that finished. */
    async lastWhole(archive: string): Promise<WholeImport> {
      await numberRuns(strapi);
      const partly = new Set<number>();
      for (let below: number | null = null; ;) {
        const found: readonly Pick<Run, 'number' | 'archive' | 'options'>[] =
          await query().findMany({
            where: {
              kind: 'import',
              archive,
              status: 'finished',
              ...(below === null ? {} : { number: { $lt: below } }),
            },
            select: ['number', 'archive', 'options'],
            orderBy: { number: 'desc' },
            limit: PAGE,
          });
        for (const run of found) {
          // Some collations take two spellings of a name for one.
          if (run.archive !== archive) continue;
          if (!(FILES in run.options)) return { number: run.number, partly };
          partly.add(run.number);
        }
        below = found.at(-1)?.number ?? 0;
        if (found.length < PAGE) return { number: 0, partly };
      }
    },

    /** When some runs began, by number; ISO 8601. */
    async startsOf(numbers: readonly number[]): Promise<ReadonlyMap<number, string>> {
      if (numbers.length === 0) return new Map();
      const rows: readonly Pick<Run, 'number' | 'startedAt'>[] = await query().findMany({
        where: { number: { $in: numbers } },
        select: ['number', 'startedAt'],
      });
      return new Map(rows.map(({ number, startedAt }) => [number, startedAt]));
    },

    /**
     * The newest runs first.
     *
     * @param before the number that they are below; null for any
     */
    async list(limit: number, before: number | null = null): Promise<readonly Run[]> {
      await numberRuns(strapi);
      const where = before === null ? {} : { number: { $lt: before } };
      return query().findMany({ where, orderBy: { number: 'desc' }, limit });
    },
  };
};

export type Runs = ReturnType<typeof runs>;
