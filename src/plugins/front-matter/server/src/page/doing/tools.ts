import type { Core } from '@strapi/strapi';

import type { Settings } from '../../config/settings';
import type { Tasks, TaskReport, TaskRow } from '../tasks/tasks';
import type { FollowedTask } from './follow-task';
import type { TaskReporter } from './task-report';

/** What a task is done with. */
export interface Tools {
  readonly strapi: Core.Strapi;
  readonly tasks: Tasks;
  /** How archives are imported. */
  readonly settings: Settings;
  readonly reporter: TaskReporter;
  readonly followed: FollowedTask;
  /** Aborted where the task, or its process, is told to end. */
  readonly signal: AbortSignal;
}

/** What a task came to. */
export interface Outcome {
  readonly counts: TaskRow['counts'];
  readonly posts: TaskReport['posts'];
}
