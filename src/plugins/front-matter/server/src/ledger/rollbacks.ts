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
  /** The import at the bottom of rollbacks of rollbacks, and how many there are above it. */
  rootOf(run: number): { readonly root: number; readonly depth: number };
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
  const undoing = (run: number): Rollback | null =>
    all.find(
      (rollback) =>
        rollback.undone === run &&
        rollback.status === 'finished' &&
        rollback.number > run &&
        undoing(rollback.number) === null
    ) ?? null;
  return {
    undoing,
    has: (run) => byNumber.has(run),
    rootOf(run) {
      let root = run;
      let depth = 0;
      for (
        let at = byNumber.get(root);
        at !== undefined && at.undone < root;
        at = byNumber.get(root)
      ) {
        root = at.undone;
        depth += 1;
      }
      return { root, depth };
    },
  };
};
