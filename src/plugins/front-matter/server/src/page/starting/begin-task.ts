import { rm } from 'node:fs/promises';

import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { messages } from '../../messages';
import { findRunning } from '../runs/list-runs';
import { isActive } from '../tasks/describe-task';
import { storageOf } from '../storage';
import { startTask } from './start-task';
import { type NewTask, slotOf, tasksOf, type TaskRow } from '../tasks/tasks';

const busy = (kind: TaskRow['kind'], name: string | null): Error =>
  messages.error(errors.ApplicationError, kind === 'preview' ? 'preview.busy' : 'archive.busy', {
    name: name ?? '',
  });

/** Marks tasks whose processes have died, so that they are in nobody's way. */
const clearDeserted = async (strapi: Core.Strapi): Promise<readonly TaskRow[]> => {
  const tasks = tasksOf(strapi);
  const rows = await tasks.active();
  for (const row of rows) {
    if (!isActive(row)) await tasks.end(row.key, { state: 'interrupted' });
  }
  return rows.filter(isActive);
};

/** One preview of an archive is enough; each has a file of all that it has told. */
const removeEarlierPreviews = async (strapi: Core.Strapi, task: TaskRow): Promise<void> => {
  for (const key of await tasksOf(strapi).removeEarlierPreviews(task)) {
    await rm(storageOf(strapi).task(key), { recursive: true, force: true });
  }
};

/**
 * Starts a task, unless another is in its way: one run writes at a time, one preview is made at a
 * time, and of one archive only one thing is done.
 *
 * @throws ApplicationError that says what is in the way
 */
export const beginTask = async (strapi: Core.Strapi, asked: NewTask): Promise<TaskRow> => {
  const active = await clearDeserted(strapi);
  const other = active.find(
    (task) =>
      slotOf(task) === slotOf(asked) ||
      (asked.archiveKey !== null && task.archiveKey === asked.archiveKey)
  );
  if (other !== undefined) throw busy(other.kind, other.archiveName);
  const running = asked.kind === 'preview' ? null : await findRunning(strapi);
  if (running !== null) {
    const values = { run: running.run, by: running.startedBy };
    throw messages.error(errors.ApplicationError, 'run.busy', values);
  }
  try {
    const task = await startTask(strapi, asked);
    if (task.kind === 'preview') await removeEarlierPreviews(strapi, task);
    return task;
  } catch (error) {
    // Of two that ask at once, one gets the slot.
    const winner = await tasksOf(strapi).inSlot(slotOf(asked));
    throw winner === null ? error : busy(winner.kind, winner.archiveName);
  }
};
