import type { Severity } from '../core/codes/code-table';
import type { Issue } from '../core/issue';
import type { Counts } from '../core/plan/counts';
import type { JsonValue } from '../core/post';
import type { FailureKind } from './failure-contract';

/* What the Archives page has had done, and what was told of it. */

/** How many files came to what. */
export type TaskCounts = Counts;

/** What a rollback has done so far. */
export interface UndoneCounts {
  readonly removed: number;
  readonly restored: number;
  readonly recreated: number;
  readonly left: number;
}

/** `GET /tasks/:key`: something that the page has had done, in a process of its own. */
export interface Task {
  readonly key: string;
  readonly kind: 'preview' | 'import' | 'rollback';
  /** `interrupted`: its process has died. What it had done is kept, and the same task started again goes on there. */
  readonly state: 'starting' | 'running' | 'finished' | 'cancelled' | 'failed' | 'interrupted';
  /** The archive's key; null for a rollback, and once the page does not know the archive any more. */
  readonly archive: string | null;
  readonly archiveName: string | null;
  /** The number of its run; null for a preview, and before the run has begun. */
  readonly run: number | null;
  /** The run that a rollback undoes. */
  readonly undoes: number | null;
  /** The run that has undone it, null for none: told where a task is asked for alone. */
  readonly undoneBy?: number | null;
  readonly startedBy: string;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  /** How many files it imports alone; null for the whole archive, and for a rollback. */
  readonly fileCount: number | null;
  /** Whether it is an import that settles conflicts, by what somebody has decided. */
  readonly settles: boolean;
  /** How many files are to be looked at; null where nobody knows. */
  readonly total: number | null;
  readonly counts: Partial<TaskCounts & UndoneCounts>;
  /** Files a second; null before it is known. */
  readonly rate: number | null;
  /** Milliseconds that are left at this rate; null where nobody knows. */
  readonly timeLeft: number | null;
  /** Whether it has been asked to stop. */
  readonly isCancelled: boolean;
  /** What kind of failure it was, where it failed; null also for one of a release before. */
  readonly failure: FailureKind | null;
  /** What was said when it failed, or was interrupted: technical, in English. */
  readonly message: string | null;
  /** How often each code was told, the most severe first. */
  readonly codes: readonly CodeCount[];
  /** Of a preview: the first posts as they will be. */
  readonly posts: readonly PreviewedPost[];
}

export interface CodeCount {
  readonly code: string;
  readonly severity: Severity;
  readonly count: number;
  /** What the code means, in a few words. */
  readonly meaning: string;
}

/** A post as it will be. */
export interface PreviewedPost {
  readonly path: string;
  readonly title: string | null;
  readonly date: string | null;
  /** IANA name of the zone that the archive's dates are read in; left out by the previous release. */
  readonly timezone?: string;
  readonly slug: string | null;
  /** The address that it had in the archive, not percent-encoded. */
  readonly url: string | null;
  readonly categories: readonly string[];
  readonly tags: readonly string[];
  readonly isPublished: boolean;
  /** How its body begins. */
  readonly bodyStart: string;
  readonly frontMatter: Readonly<Record<string, JsonValue>>;
}

/** One remark of a task. */
export interface ListedIssue extends Issue {
  /** Empty for the archive as a whole. */
  readonly path: string;
}

/** `GET /tasks/:key/issues?code=&severity=&path=&after=`: a page of what was told, in the order of the files. */
export interface IssuePage {
  readonly issues: readonly ListedIssue[];
  /** What to give as `after` for the next page; null at the end. A page may be short and not be the last. */
  readonly next: string | null;
  /** How much of all that was told lies before the next page, from 0 to 1. */
  readonly looked: number;
}
