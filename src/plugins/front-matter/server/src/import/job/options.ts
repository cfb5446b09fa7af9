import type { Archive, OpenOptions } from '../../archive/archive';
import type { KeyCounts } from '../../core/keys/key-counts';
import type { Counts } from '../../core/plan/counts';
import type { Decisions } from '../../core/plan/decide-conflicts';
import type { FileReader } from '../../reading/file-reader';
import type { ReportIssue } from '../../run/report-issue';

/** What to import, and how. */
export interface ImportOptions {
  readonly archive: Archive;
  /** How it was opened: it is read in another thread, which opens it alike. */
  readonly reading: OpenOptions;
  /**
   * A reading thread that was started while the app booted, so that it has loaded its code; the
   * import closes it. Else one is started.
   */
  readonly reader?: FileReader;
  /** The name that the ledger knows the archive by; null to go by its own. */
  readonly name: string | null;
  /** Whether the name is meant, though another archive may have it; by default where one is given. */
  readonly isNameMeant?: boolean;
  /**
   * Paths of the files to import alone, as the archive lists them; null for all. Nothing is said of, or
   * done about, files that are gone then.
   */
  readonly files?: readonly string[] | null;
  /** Null for the app's default. */
  readonly locale: string | null;
  readonly dryRun: boolean;
  readonly onConflict: 'keep' | 'overwrite';
  /**
   * What somebody has decided about conflicts; null for nothing. What nothing is decided about stays in conflict then,
   * whatever else is asked for.
   */
  readonly decisions?: Decisions | null;
  /** Imports posts although the site seems to have most of them already. */
  readonly allowDuplicates?: boolean;
  /** Has posts that are dated in the future published at their dates. */
  readonly scheduleFuture?: boolean;
  /** Takes documents whose files are gone from the public. */
  readonly unpublishMissing: boolean;
  /** Who wants it, for the ledger; by default the user of the system. */
  readonly startedBy?: string;
  /** Aborted, the import stops after the current batch. */
  readonly signal: AbortSignal;
  /** Told the number of the run once it has begun; a dry run has none. */
  readonly onRun?: (run: number) => void;
  /** Told of everything there is to say, as soon as it is known. */
  readonly onIssue: (issue: ReportIssue) => void;
  /** Told once, after the last batch, which keys all files have. It makes unchanged files be read, too. */
  readonly onKeys?: (keys: KeyCounts) => void;
  /** Told after every batch what the files so far came to. */
  readonly onProgress: (counts: Counts) => void;
}

/** Whether an archive may have the name that it is imported by, though another one has had it. */
export const isNameMeant = (options: Pick<ImportOptions, 'isNameMeant' | 'name'>): boolean =>
  options.isNameMeant ?? options.name !== null;
