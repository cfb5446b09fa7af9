import type { Task } from './task-contract';

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
