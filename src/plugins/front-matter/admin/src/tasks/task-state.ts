import type { Task } from '../../../server/src/panel/task-contract';

/** Whether a task's process is at it, or is about to be. */
export const isWorking = ({ state }: Pick<Task, 'state'>): boolean =>
  state === 'starting' || state === 'running';

/** What is said of a task's state: of one that is to stop, that it stops. */
export const stateOf = (task: Pick<Task, 'state' | 'isCancelled'>): Task['state'] | 'stopping' =>
  task.isCancelled && isWorking(task) ? 'stopping' : task.state;

/** How far a task is. */
export interface Progress {
  /** Files or documents that have been looked at. */
  readonly done: number;
  readonly total: number;
  /** From 0 to 100, rounded down: it is 100 at the end only. */
  readonly percent: number;
}

/** How far a task is; null where nobody knows how much there is to do. */
export const progressOf = ({ kind, counts, total }: Task): Progress | null => {
  if (total === null || total <= 0) return null;
  const { removed = 0, restored = 0, recreated = 0, left = 0, found = 0 } = counts;
  const done = Math.min(total, kind === 'rollback' ? removed + restored + recreated + left : found);
  return { done, total, percent: Math.floor((done / total) * 100) };
};
