import type { Core } from '@strapi/strapi';

import {
  addSchedules,
  findSchedules,
  moveSchedule,
  type NewSchedule,
} from '../schedule/command-schedules';
import { keepSchedule, type ScheduleKeeper } from '../schedule/keep-schedule';
import { isScheduled, type Target } from '../schedule/schedule';

/** What other plugins and commands ask of the schedule: `strapi.plugin('newsroom').service('schedule')`. */
const service = ({ strapi }: { strapi: Core.Strapi }) => ({
  ...keepSchedule(strapi),
  /** Whether documents of a type can be published at a time. */
  serves: (uid: string): boolean => isScheduled(strapi, uid),
  /** @see addSchedules */
  add: (schedules: readonly NewSchedule[]): Promise<void> => addSchedules(strapi, schedules),
  /** @see moveSchedule */
  move: (target: Target, at: Date | null): Promise<void> => moveSchedule(strapi, target, at),
  /** @see findSchedules */
  find: (targets: readonly Target[]) => findSchedules(strapi, targets),
});

export const scheduleOf = (strapi: Core.Strapi): ScheduleKeeper =>
  strapi.plugin('newsroom').service<ScheduleKeeper>('schedule');

export default service;
