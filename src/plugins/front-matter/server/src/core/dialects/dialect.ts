import type { ArchiveEntry } from '../entry';
import type { Issue } from '../issue';
import type { Reading } from '../post';

/** How a generator reads one file. Never throws: what is wrong with a file is in the reading. */
export type ReadEntry = (entry: ArchiveEntry) => Reading;

/**
 * A generator whose archives can be read: all that is known of it lies in its own folder, and
 * `list.ts` names it. It opens no file: texts are given to it, and paths are from the archive's root.
 */
export interface Dialect {
  /** As it is asked for: `jekyll`. */
  readonly name: string;
  /** As messages call it: `Jekyll`. */
  readonly title: string;
  /** Raised whenever it reads the same bytes otherwise than before: unchanged files are read again. */
  readonly version: number;
  /** Folders that its posts lie in, as messages name them, the usual one first. */
  readonly postFolders: readonly [string, ...string[]];
  /** Null where archives have none. */
  readonly configuration: ConfigurationFiles | null;
  /**
   * What an archive with such a configuration is.
   *
   * @param files of which a later one wins; empty where there is none
   * @throws ConfigError, ZoneError
   */
  configure(files: readonly ConfigFile[], rules: ReadingRules): Site;
}

/** The files that a generator is configured by. */
export interface ConfigurationFiles {
  /** Those that the generator looks for; the first that is there counts. */
  readonly names: readonly [string, ...string[]];
  /** As messages call it: `YAML`. */
  readonly format: string;
  /** What the name of a file in that format is like. */
  readonly pattern: RegExp;
}

/** A file of a configuration. */
export interface ConfigFile {
  /** As messages call it. */
  readonly name: string;
  readonly text: string;
}

/** How an archive is to be read, as far as its configuration does not say. */
export interface ReadingRules {
  /** Further folders of posts, in the order in which they win over each other. */
  readonly extraFolders: readonly string[];
  /** The zone that was asked for; null for none. */
  readonly timezone: string | null;
  /** The zone of the machine. */
  readonly machineZone: string;
  /** For dates that name no zone: what the generator makes of them, or the wall clock as written. */
  readonly zonelessDates: 'as-generator' | 'local';
  /** Whether each category of a post stands under the one before it. */
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
  /** Whose archive it is, as far as this dialect can tell. */
  recognise(signs: Signs): Recognition;
  /** @see ReadEntry */
  readonly readEntry: ReadEntry;
  /** The path that the generator itself knows a file by. */
  generatorPath(path: string): string;
}

/** Which folders are walked through and which files are taken. Paths have no slash at their ends. */
export interface Selection {
  enters(folder: string): boolean;
  takes(file: string): boolean;
}

/** `surely` whatever else lies there; `maybe` unless another dialect is sure; null where nothing speaks for it. */
export type Recognition = 'surely' | 'maybe' | null;

/** What an archive shows of whose it is. */
export interface Signs {
  /** What lies in the root, folders included. */
  readonly names: ReadonlySet<string>;
  /** The packages that its `package.json` asks for. */
  readonly packages: ReadonlySet<string>;
  /** The configuration, as the dialect was given it. */
  readonly config: readonly ConfigFile[];
  /** The files that the selection takes, in the byte order of their paths. */
  readonly files: Iterable<string>;
}
