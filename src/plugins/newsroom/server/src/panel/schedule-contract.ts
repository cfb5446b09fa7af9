/* What the admin panel asks about times of publishing, and is answered; beside `contract.ts`. */

/** What is done with a document at a time. */
export type ScheduledDeed = 'publish' | 'unpublish';

/** When something is to be done, and who has asked for it. */
export interface ScheduledTime {
  /** As `2026-12-01T10:00:00.000Z`. */
  readonly at: string;
  /** Empty where no person has. */
  readonly by: string;
  /** Why it was not done when it was due, in the language of the panel; null where it is still to be done. */
  readonly failed: string | null;
}

/** `GET` and `PUT /newsroom/schedules/:uid/:documentId`: null for what is not to be done. */
export type DocumentSchedule = Readonly<Record<ScheduledDeed, ScheduledTime | null>>;

/** `PUT /newsroom/schedules/:uid/:documentId`. */
export interface ScheduleRequest {
  readonly locale?: string | null | undefined;
  /** When it is to be published, with its time zone; null for never. */
  readonly publish: string | null;
  readonly unpublish: string | null;
}

/** One thing that is to be done with a document. */
export interface ScheduledDocument extends ScheduledTime {
  readonly uid: string;
  readonly documentId: string;
  /** Empty on a type that is not localised. */
  readonly locale: string;
  /** Empty for whoever may not read it. */
  readonly title: string;
  readonly deed: ScheduledDeed;
}

/** `GET /newsroom/schedules`. */
export interface ScheduleList {
  readonly documents: readonly ScheduledDocument[];
  /** Whether there are more than are listed. */
  readonly isCut: boolean;
}
