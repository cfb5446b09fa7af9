import type { Core, UID } from '@strapi/strapi';
import { contentTypes } from '@strapi/utils';

import { readConfig } from '../config';
import type { ScheduledDeed } from '../panel/schedule-contract';

/** The table of what is to be done, and when. */
export const SCHEDULE = 'plugin::newsroom.schedule';

export const DEEDS: readonly ScheduledDeed[] = ['publish', 'unpublish'];

/** A document in one language. */
export interface Target {
  readonly uid: string;
  readonly documentId: string;
  /** Empty on a type that is not localised. */
  readonly language: string;
}

/** Why something was not done, by languages of the panel. */
export type Reason = Readonly<Record<string, string>>;

/** A row of the table. */
export interface ScheduleRow {
  readonly id: number;
  readonly contentType: string;
  readonly target: string;
  readonly language: string | null;
  readonly deed: ScheduledDeed;
  /** As the database has it: a date or a text. */
  readonly dueAt: string | Date;
  readonly userId: number | null;
  readonly userName: string | null;
  /** The user's document id; null in rows of the release before. */
  readonly userKey?: string | null;
  readonly userEmail?: string | null;
  readonly attempts: number | null;
  readonly failedAt: string | Date | null;
  readonly reason: Reason | null;
}

export const whereTarget = ({ uid, documentId, language }: Target): object => ({
  contentType: uid,
  target: documentId,
  language,
});

export const targetOf = ({ contentType, target, language }: ScheduleRow): Target => ({
  uid: contentType,
  documentId: target,
  language: language ?? '',
});

/** What the Document Service is asked with for a language. */
export const inLanguage = ({ language }: Pick<Target, 'language'>): { readonly locale?: string } =>
  language === '' ? {} : { locale: language };

const hasDrafts = (strapi: Core.Strapi, uid: string): boolean => {
  const type = strapi.contentTypes[uid as UID.ContentType];
  return type !== undefined && contentTypes.hasDraftAndPublish(type);
};

/** The types whose documents can be scheduled: those that are served, and have drafts. */
export const scheduledTypes = (strapi: Core.Strapi): readonly string[] => {
  const { contentTypes: served } = readConfig(strapi.config.get('plugin::newsroom'));
  return Object.keys(served).filter((uid) => hasDrafts(strapi, uid));
};

export const isScheduled = (strapi: Core.Strapi, uid: string): boolean =>
  scheduledTypes(strapi).includes(uid);
