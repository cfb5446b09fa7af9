import type { Core } from '@strapi/strapi';

import type { TimeSetter } from '../core/time-setter';
import type { Target } from './target';

/** A document in one language; the empty one on a type that is not localised. */
export interface ScheduleTarget {
  readonly uid: string;
  readonly documentId: string;
  readonly language: string;
}

/** A document in the language of a target, as the schedule knows it. */
export const scheduleTarget = (
  { uid, locale }: Pick<Target, 'uid' | 'locale'>,
  documentId: string
): ScheduleTarget => ({ uid, documentId, language: locale ?? '' });

/** Tells targets of one type from each other. */
export const scheduleKey = ({ documentId, language }: ScheduleTarget): string =>
  `${documentId} ${language}`;

/** When a draft is to be published, and who has set that; null for an import. */
export interface SetTime {
  readonly at: Date;
  readonly by: TimeSetter | null;
}

/** What publishes documents at a time, as `strapi-plugin-newsroom` does. */
export interface Schedule {
  /** Whether documents of a type can be published at a time. */
  serves(uid: string): boolean;
  /** Schedules drafts for which no time is set, in the caller's transaction. */
  add(schedules: readonly (ScheduleTarget & SetTime)[]): Promise<void>;
  /**
   * Has a draft that `add` has scheduled published at another time, or, for null, at none; leaves alone what an editor
   * has scheduled. In the caller's transaction, which has locked the document.
   */
  move(target: ScheduleTarget, at: Date | null): Promise<void>;
  /** Of some documents those that are to be published. */
  find(targets: readonly ScheduleTarget[]): Promise<readonly (ScheduleTarget & SetTime)[]>;
}

/** What publishes documents of a type at a time; null where nothing does. */
export const scheduleOf = (strapi: Core.Strapi, uid: string): Schedule | null => {
  const schedule: Schedule | undefined = strapi.plugins['newsroom']?.service('schedule');
  return schedule?.serves(uid) === true ? schedule : null;
};
