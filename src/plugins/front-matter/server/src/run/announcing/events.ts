import type { Run, RunCounts } from '../../ledger/runs';

/** The event that caches, search and webhooks may subscribe to; it is emitted once a run. */
export const RUN_FINISHED = 'front-matter.run.finished';

/** The event that tells of some of the documents that a run has written, once these are committed. */
export const ENTRIES_CHANGED = 'front-matter.entries.changed';

/** What both events say of the run. */
export interface AnnouncedRun extends Pick<Run, 'kind' | 'archive'> {
  /** The run's number. */
  readonly run: number;
  readonly contentType: string;
}

/** The payload of the event at a run's end. */
export interface FinishedRun extends AnnouncedRun, Pick<Run, 'status'> {
  readonly counts: RunCounts;
  /** How many entries were announced before; only where they are. */
  readonly entries?: number;
}

/** What a run has done to a document in one of its locales. */
export interface ChangedEntry {
  /** `published` and `unpublished` where its values may have changed as well. */
  readonly action: 'created' | 'updated' | 'published' | 'unpublished' | 'removed';
  readonly documentId: string;
  readonly locale: string | null;
  /** The path of its file, from the archive's folder. */
  readonly path: string;
}
