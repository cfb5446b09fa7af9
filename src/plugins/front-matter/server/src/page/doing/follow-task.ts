import type { Tasks, TaskRow } from '../tasks/tasks';

/** Between two looks at a task that is at work, in milliseconds. */
const INTERVAL = 500;

/** How far a task is. */
interface Progress {
  readonly counts: TaskRow['counts'];
  /** How many files or documents are done. */
  readonly done: number;
}

type Known = Pick<TaskRow, 'run' | 'counts'>;

/** A task that is followed. */
export interface FollowedTask {
  /** Aborted once somebody has asked the task to stop. */
  readonly signal: AbortSignal;
  /** Says how far it is; what is said last is what is written down. */
  tell(progress: Progress): void;
  /** Says which run it is. */
  tellRun(run: number): void;
  /** @returns what was said last */
  stop(): Promise<Known>;
}

/**
 * Writes down now and then how far a task is, and hears whether it is to stop. What goes wrong with
 * that is no reason for the task to fail: it is tried again.
 */
export const followTask = (tasks: Tasks, key: string): FollowedTask => {
  const controller = new AbortController();
  const start = performance.now();
  let known: Known & { readonly done: number } = { run: null, counts: {}, done: 0 };
  const look = async (): Promise<void> => {
    if (await tasks.isCancelled(key)) controller.abort();
    const { run, counts, done } = known;
    const rate = done / Math.max((performance.now() - start) / 1000, 0.001);
    const isWanted = await tasks.update(key, { run, counts, rate: done === 0 ? null : rate });
    // Another has taken it for dead, and may be at work on the same by now.
    if (!isWanted) controller.abort();
  };
  let looking: Promise<void> | null = null;
  const lookNow = (): void => {
    looking ??= look()
      .catch(() => undefined)
      .finally(() => {
        looking = null;
      });
  };
  const timer = setInterval(lookNow, INTERVAL);
  return {
    signal: controller.signal,
    tell(progress) {
      known = { ...known, ...progress };
    },
    tellRun(run) {
      known = { ...known, run };
      lookNow();
    },
    async stop() {
      clearInterval(timer);
      await looking;
      return known;
    },
  };
};
