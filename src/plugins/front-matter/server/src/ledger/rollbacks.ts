import type { Core } from '@strapi/strapi';

import type { Run } from './runs';
import { RUN } from './tables';

/** A rollback, and the run that it undid. */
export interface Rollback extends Pick<Run, 'number' | 'status' | 'finishedAt'> {
  readonly undone: number;
}

/** What rollbacks there were, and which of them count. */
export interface Rollbacks {
  /** The rollback that a run is undone by; null where it stands. */
  undoing(run: number): Rollback | null;
  has(run: number): boolean;
  /** The import at the bottom of rollbacks of rollbacks. */
  rootOf(run: number): number;
  /** Whether a run counts once another is undone: there may be several rollbacks of one run. */
  standsWithout(run: number, undone: number): boolean;
}

/** Runs are few: all rollbacks fit in memory. */
export const loadRollbacks = async (strapi: Core.Strapi): Promise<Rollbacks> => {
  const rows: readonly Run[] = await strapi.db.query(RUN).findMany({
    where: { kind: 'rollback' },
    select: ['number', 'status', 'finishedAt', 'options'],
    orderBy: { number: 'desc' },
  });
  const all = rows.map(({ options, ...row }) => ({ ...row, undone: Number(options['undone']) }));
  const byNumber = new Map(all.map((rollback) => [rollback.number, rollback]));
  // A later rollback alone can undo an earlier one, so that this ends.
  const find = (run: number, without: number | null): Rollback | null =>
    all.find(
      ({ number, undone, status }) =>
        undone === run &&
        status === 'finished' &&
        number > run &&
        number !== without &&
        find(number, without) === null
    ) ?? null;
  return {
    undoing: (run) => find(run, null),
    has: (run) => byNumber.has(run),
    rootOf(run) {
      let root = run;
      for (
        let at = byNumber.get(root);
        at !== undefined && at.undone < root;
        at = byNumber.get(root)
      ) {
        root = at.undone;
      }
      return root;
    },
    standsWithout: (run, undone) => find(run, undone) === null,
  };
};
