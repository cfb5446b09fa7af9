import type { Severity } from '../core/codes/code-table';
import type { Issue } from '../core/issue';
import type { Counts } from '../core/plan/counts';
import type { JsonValue } from '../core/post';
import type { FailureKind } from './failure-contract';

/*
 * What the Archives page asks of this plugin and is answered. The types are shared by both sides: the panel imports
 * nothing else of the server. Addresses are below `/front-matter`; times are ISO 8601.
 */

/** What whoever asks may do. */
export interface Rights {
  /** Add archives, preview and import them, cancel. */
  readonly import: boolean;
  readonly rollback: boolean;
  /** Correct files that could not be read, settle conflicts. */
  readonly mend: boolean;
}

/** `GET /archives`: what the page begins with. */
export interface Overview {
  readonly archives: readonly ListedArchive[];
  /** What is at work on the site, started here or from the command line; null for nothing. */
  readonly running: RunningNow | null;
  readonly may: Rights;
  /** The uid of the type that posts become. */
  readonly contentType: string;
  /** Whether the configuration allows folders of the server to be picked. */
  readonly hasFolders: boolean;
  /** How long an upload may be, in bytes. */
  readonly maxUpload: number;
}

/** The one run that may write at a time. */
export interface RunningNow {
  readonly run: number;
  readonly kind: 'import' | 'rollback';
  readonly archive: string | null;
  readonly startedBy: string;
  readonly startedAt: string;
  /** Its task; null where it was started from the command line, by which alone it can be stopped. */
  readonly task: string | null;
}

/** An archive that the page knows. */
export interface ListedArchive {
  readonly key: string;
  /** By which the ledger knows it: the same name, the same posts. */
  readonly name: string;
  readonly origin: 'upload' | 'folder';
  /** The file that was uploaded, or the folder as the configuration names it. */
  readonly place: string;
  /** `refused`: what was uploaded is no archive, or breaks a limit; nothing of it was kept. */
  readonly state: 'unpacking' | 'ready' | 'refused';
  /** Why it was refused. */
  readonly message: string | null;
  /** While it is unpacked: how many files have been so far. Afterwards: how many there are; null for a folder. */
  readonly files: number | null;
  readonly addedBy: string;
  readonly addedAt: string;
  /** The newest task, without its report. */
  readonly task: Task | null;
}

/** How an archive is read and imported: what the command line's options say. */
export interface TaskOptions {
  /** `auto` detects it. */
  readonly dialect: string;
  /** Further folders of posts. */
  readonly posts: readonly string[];
  /** The generator's configuration files; none for the one that it looks for. */
  readonly config: readonly string[];
  readonly timezone: string | null;
  readonly locale: string | null;
  readonly onConflict: 'keep' | 'overwrite';
  readonly unpublishMissing: boolean;
  readonly scheduleFuture: boolean;
  readonly allowDuplicates: boolean;
}

/** `GET /archives/:key` */
export interface ArchiveDetail extends ListedArchive {
  readonly options: TaskOptions;
  readonly choices: {
    readonly dialects: readonly string[];
    /** The site's languages; none where posts are not localised. */
    readonly locales: readonly string[];
    /** Whether posts can be published at their dates. */
    readonly scheduleFuture: boolean;
    /** Whether posts can be taken from the public. */
    readonly unpublishMissing: boolean;
  };
  /** What was found when it was opened; null for what cannot be opened. */
  readonly opened: {
    /** As messages call it: `Jekyll`. */
    readonly dialect: string;
    readonly timezone: string;
    readonly found: number;
    /** What is odd about the archive as a whole, as a folder that is not there. */
    readonly issues: readonly { readonly code: string; readonly message: string }[];
  } | null;
  /** Why it cannot be opened as the options say. */
  readonly problem: string | null;
  /** The newest preview since the files or the options were changed, and the newest import of all files, with their reports. */
  readonly preview: Task | null;
  readonly lastImport: Task | null;
  /** The run that has undone that import; null for none. */
  readonly lastUndoneBy: number | null;
  /** How many files were corrected since all of them were looked at last. */
  readonly correctedSince: number;
}

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

/** `GET /archives/:key/file?path=`: a file as it stands in the archive. */
export interface ArchiveFile {
  readonly path: string;
  readonly text: string;
  /** What its bytes are read as. */
  readonly encoding: string;
  /** Whether it is longer than what is shown. */
  readonly isCut: boolean;
}

/** `GET /folders?path=`: folders of the server that may be picked. */
export interface FolderList {
  /** The folder itself; empty for the list of roots. */
  readonly path: string;
  readonly folders: readonly { readonly path: string; readonly name: string }[];
  /** Whether there are more than are listed. */
  readonly isCut: boolean;
  /** Whether it has what a post's archive has, so that it is likely the one to pick. */
  readonly looksLikeArchive: boolean;
}

/** `POST /archives`: picks a folder. */
export interface FolderRequest {
  readonly folder: string;
  /** Null for the folder's own name. */
  readonly name: string | null;
}

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
