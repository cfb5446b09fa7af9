import type { Core } from '@strapi/strapi';

import { parseSettings } from '../../config/parse-settings';
import { messageOf } from '../../run/message-of';
import { UsageError } from '../../run/usage-error';
import { failureOf } from '../refusing/failure';
import { storageOf } from '../storage';
import { tasksOf } from '../tasks/tasks';
import { doImport } from './do-import';
import { doRollback } from './do-rollback';
import { followTask } from './follow-task';
import { openTaskReport } from './task-report';

/**
 * Does what the page has asked for: in a process of its own, as a rule, so that the site that serves goes on as if
 * nothing were. How it ended is told by the task.
 *
 * @param signal aborted where the process is told to end
 */
export const performTask = async (
  strapi: Core.Strapi,
  key: string,
  signal: AbortSignal
): Promise<void> => {
  const tasks = tasksOf(strapi);
  const task = await tasks.find(key);
  if (task === null) throw new UsageError(`There is no task ${key}.`);
  // One that has been given up meanwhile is not begun.
  if (!(await tasks.update(key, { pid: process.pid }))) return;
  const reporter = await openTaskReport(storageOf(strapi).task(key));
  const followed = followTask(tasks, key);
  const settings = parseSettings(strapi.config.get('plugin::front-matter'));
  const either = AbortSignal.any([signal, followed.signal]);
  const tools = { strapi, tasks, settings, reporter, followed, signal: either };
  try {
    const { counts, posts } = await (task.kind === 'rollback' ? doRollback : doImport)(task, tools);
    // What comes later finds the work done.
    const stopped = followed.signal.aborted ? 'cancelled' : 'interrupted';
    const state = either.aborted ? stopped : 'finished';
    const { run } = await followed.stop();
    await reporter.close();
    await tasks.end(key, { state, counts, run, report: { codes: reporter.codes(), posts } });
  } catch (error) {
    await reporter.close().catch(() => undefined);
    const { run, counts } = await followed.stop();
    const report = { codes: reporter.codes(), posts: [] };
    const end = { message: messageOf(error), failure: failureOf(error), run, counts, report };
    await tasks.end(key, { state: 'failed', ...end });
  }
};
