import type { ListedRun } from '../../../server/src/panel/run-contract';

/** Runs that are known and those of a page that has just been read, which has them as they are now; the newest first. */
export const mergeRuns = (
  known: readonly ListedRun[],
  read: readonly ListedRun[]
): readonly ListedRun[] =>
  [...new Map([...known, ...read].map((run) => [run.number, run])).values()].sort(
    (one, other) => other.number - one.number
  );

/** Whether a run can be undone as far as the history says. */
export const canUndo = ({ state, undoneBy }: ListedRun): boolean =>
  state !== 'running' && undoneBy === null;
