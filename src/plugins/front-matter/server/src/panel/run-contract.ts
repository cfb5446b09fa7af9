import type { TaskCounts, UndoneCounts } from './task-contract';

/* The runs of a site, whoever has started them. */

/** A run of the history, whoever has started it. */
export interface ListedRun {
  readonly number: number;
  readonly kind: 'import' | 'rollback';
  readonly archive: string | null;
  readonly state: 'running' | 'finished' | 'failed' | 'cancelled' | 'interrupted';
  readonly startedBy: string;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly counts: Partial<TaskCounts & UndoneCounts>;
  readonly message: string | null;
  /** How many files it was of; null for all of an archive. */
  readonly fileCount: number | null;
  /** The run that this one undid. */
  readonly undid: number | null;
  /** The run that undid this one. */
  readonly undoneBy: number | null;
  /** Its task, where the page started it: what it told can be read and downloaded. */
  readonly task: string | null;
}

/** `GET /runs?before=NUMBER`: the newest first. */
export interface RunPage {
  readonly runs: readonly ListedRun[];
  /** What to give as `before` for those before them; null at the end. */
  readonly next: number | null;
}

/** `GET /runs/:number/undoing`: what a rollback would undo. */
export interface Undoing {
  readonly run: number;
  readonly kind: 'import' | 'rollback';
  readonly archive: string | null;
  readonly startedAt: string;
  readonly startedBy: string;
  /** Documents that it made, which would be removed: without those that were saved or deleted since. */
  readonly made: number;
  /** Documents that it changed, which would get their earlier values back. */
  readonly changed: number;
  /** Documents that it removed, which would be made again. */
  readonly removed: number;
  /** Categories and tags that it made, which would go where nothing uses them. */
  readonly terms: number;
  /** Of the documents that it made or changed, those that were saved since: they would be left as they are, or in part. */
  readonly editedSince: number;
  /** Of the documents that it made, those that are deleted already. */
  readonly goneSince: number;
}
