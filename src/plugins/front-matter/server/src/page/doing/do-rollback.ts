import { rollbackRun } from '../../rollback/rollback-run';
import type { TaskRow } from '../tasks/tasks';
import type { Outcome, Tools } from './tools';

/** Undoes a run. */
export const doRollback = async (
  task: TaskRow,
  { strapi, tasks, settings, reporter, followed, signal }: Tools
): Promise<Outcome> => {
  await tasks.update(task.key, { state: 'running' });
  const { removed, restored, recreated, left } = await rollbackRun(strapi, settings, {
    run: task.undoes ?? 0,
    startedBy: task.startedBy,
    signal,
    onRun: (run) => followed.tellRun(run),
    onIssue: (issue) => reporter.add(issue),
    onProgress(counts) {
      const done = counts.removed + counts.restored + counts.recreated + counts.left;
      followed.tell({ counts, done });
    },
  });
  return { counts: { removed, restored, recreated, left }, posts: [] };
};
