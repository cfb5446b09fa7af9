import type { Core } from '@strapi/strapi';

import type { Run } from './runs';
import { RUN } from './tables';

/** A rollback, and the run that it undid. */
interface Rollback extends Pick<Run, 'number' | 'status' | 'finishedAt'> {
  readonly undone: number;
}

/** All rollbacks, and which of them are undone themselves. */
export interface Rollbacks {
  /** The rollback that has undone a run; null where the run is applied. */
  rollbackOf(run: number): Rollback | null;
  has(run: number): boolean;
  /** The import that a rollback undid, through rollbacks of rollbacks. */
  rootOf(run: number): number;
  /**
   * Whether a run is applied once a certain rollback is undone: several rollbacks may have undone
   * it.
   */
  isAppliedWithout(run: number, undone: number): boolean;
}

/** Loads all rollbacks: runs are few. */
export const loadRollbacks = async (strapi: Core.Strapi): Promise<Rollbacks> => {
  const rows: readonly Run[] = await strapi.db.query(RUN).findMany({
    where: { kind: 'rollback' },
    select: ['number', 'status', 'finishedAt', 'options'],
    orderBy: { number: 'desc' },
  });
  const all = rows.map(({ options, ...row }) => ({ ...row, undone: Number(options['undone']) }));
  const byNumber = new Map(all.map((rollback) => [rollback.number, rollback]));
  // Only a later rollback can undo an earlier one, so the recursion ends.
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
    rollbackOf: (run) => find(run, null),
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
    isAppliedWithout: (run, undone) => find(run, undone) === null,
  };
};
