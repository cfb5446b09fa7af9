import type { Core } from '@strapi/strapi';

import { addSchedules } from '../schedule/add-schedules';
import { keepSchedule, type ScheduleKeeper } from '../schedule/keep-schedule';

/** What other plugins, commands and tests ask of the schedule. */
const service = ({ strapi }: { strapi: Core.Strapi }) => ({
  ...keepSchedule(strapi),
  add: (...given: Tail<Parameters<typeof addSchedules>>) => addSchedules(strapi, ...given),
});

type Tail<All extends readonly unknown[]> = All extends readonly [unknown, ...infer Rest]
  ? Rest
  : never;

export const scheduleOf = (strapi: Core.Strapi): ScheduleKeeper =>
  strapi.plugin('newsroom').service<ScheduleKeeper>('schedule');

export default service;
