import type { ArchiveEntry } from '../entry';
import type { Issue } from '../issue';
import type { Reading } from '../post';

/** How a generator reads one file. Never throws: what is wrong with a file is in the reading. */
export type ReadEntry = (entry: ArchiveEntry) => Reading;

/**
 * A generator whose archives can be read. All that is known of it is in its own folder, and `list.ts`
 * names it. A dialect opens no file: texts are passed in, and paths are relative to the archive's root.
 */
export interface Dialect {
  /** As `--dialect` names it: `jekyll`. */
  readonly name: string;
  /** As messages call it: `Jekyll`. */
  readonly title: string;
  /**
   * Raised whenever the same bytes are read differently than before, so that unchanged files are read
   * again.
   */
  readonly version: number;
  /** Folders of its posts, as messages name them, the usual one first. */
  readonly postFolders: readonly [string, ...string[]];
  /** Keys of the front matter that it reads, beside those of a post's title, date and the like. */
  readonly ownKeys?: ReadonlySet<string>;
  /** Null where archives have no configuration. */
  readonly configuration: ConfigurationFiles | null;
  /**
   * Configures an archive.
   *
   * @param files the configuration, of which a later file wins; empty where there is none
   * @throws ConfigError, ZoneError
   */
  configure(files: readonly ConfigFile[], rules: ReadingRules): Site;
}

/** The files that a generator is configured by. */
export interface ConfigurationFiles {
  /** The names that the generator looks for; the first file that exists counts. */
  readonly names: readonly [string, ...string[]];
  /** As messages call it: `YAML`. */
  readonly format: string;
  /** Matches the names of files in that format. */
  readonly pattern: RegExp;
}

/** A file of a configuration. */
export interface ConfigFile {
  /** As messages call it. */
  readonly name: string;
  readonly text: string;
}

/** Rules of reading an archive that its configuration does not hold. */
export interface ReadingRules {
  /** Further folders of posts, in the order in which they win over each other. */
  readonly extraFolders: readonly string[];
  /** The zone given by option or settings; null for none. */
  readonly timezone: string | null;
  /** The zone of the machine. */
  readonly machineZone: string;
  /** For dates that name no zone: what the generator makes of them, or the wall clock as written. */
  readonly zonelessDates: 'as-generator' | 'local';
  /** Whether each category of a post is the parent of the next. */
  readonly nestedCategories: boolean;
  /** The key of the front matter that translations of one post share; null where they share their path. */
  readonly translationKey: string | null;
  /** In seconds since the epoch: dates may leave out their year. */
  readonly now: number;
}

/** An archive, configured. */
export interface Site {
  /** The folder that holds the site, and the key of the configuration that says so; null for the root. */
  readonly source: { readonly folder: string; readonly key: string } | null;
  /** The name of the zone that dates are read in. */
  readonly timezone: string;
  /** What is to be said about the archive as a whole. */
  readonly issues: readonly Issue[];
  /** Which of its files could be posts. */
  readonly selection: Selection;
  /** Whether a file is named like a post, in a folder of posts or beside them; left out where names do not tell. */
  readonly looksLikePost?: (file: string) => boolean;
  /** Tells whether it is an archive of this dialect. */
  recognise(signs: Signs): Recognition;
  /** @see ReadEntry */
  readonly readEntry: ReadEntry;
  /** The path that the generator itself knows a file by. */
  generatorPath(path: string): string;
}

/** Which folders are entered and which files are taken. Paths have no slash at their ends. */
export interface Selection {
  enters(folder: string): boolean;
  takes(file: string): boolean;
}

/**
 * `surely` whatever else is there; `maybe` unless another dialect is sure; null where there is no sign
 * of it.
 */
export type Recognition = 'surely' | 'maybe' | null;

/** The signs by which the dialect of an archive is recognised. */
export interface Signs {
  /** Names of files and folders in the root. */
  readonly names: ReadonlySet<string>;
  /** The packages that its `package.json` asks for. */
  readonly packages: ReadonlySet<string>;
  /** The configuration that was passed to the dialect. */
  readonly config: readonly ConfigFile[];
  /** The files that the selection takes, in the byte order of their paths. */
  readonly files: Iterable<string>;
}
