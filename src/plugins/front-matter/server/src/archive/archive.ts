import type { Place } from 'strapi-plugin-kit/config';
import type { DialectChoice } from '../core/dialects/list';
import type { ArchiveEntry } from '../core/entry';
import type { Issue } from '../core/issue';
import type { Reading } from '../core/post';
import type { FileList } from './files/file-list';
import type { ArchiveSettings } from './settings';

/** How an archive is to be opened; what is left out is found in the archive itself. */
export interface OpenOptions {
  readonly dialect: DialectChoice;
  /** Further folders of posts, relative to the root, in the order in which they win over each other. */
  readonly posts: readonly string[];
  /** IANA name; serves archives whose configuration names no zone. */
  readonly timezone: string | null;
  /**
   * The files of the generator's configuration, of which a later one wins, from the archive's root;
   * without any, the one that the generator looks for.
   */
  readonly config?: readonly string[];
  /** Whether each category of a post stands under the one before it, unless `.broadsheet.yml` says. */
  readonly nestedCategories?: boolean;
}

/** An archive, opened: its configuration is read, its files are not. */
export interface Archive {
  readonly root: string;
  /** The base name of the path it was opened by. */
  readonly name: string;
  readonly dialect: string;
  /** IANA name of the zone that dates are read in. */
  readonly timezone: string;
  /** Digest of everything but a file's bytes that decides how it is read: dialect, configuration, options, reader. */
  readonly fingerprint: string;
  /** What `.broadsheet.yml` says; `mapping` and `trailers` are for those who write posts. */
  readonly settings: ArchiveSettings;
  /** Where these are written, for messages about them. */
  readonly settingsPlace: Place;
  /** What is to be said about the archive as a whole: the zone taken, settings that were not understood. */
  readonly issues: readonly Issue[];
  /** The files that `entries` will give, as they were when the archive was opened, and what keeps one from being read. */
  readonly files: FileList;
  /** How many they are. */
  readonly found: number;
  /**
   * Every file found, in the byte order of its path. Holds a handful of files at a time.
   *
   * @param only by place in `files`, other than 0 for those that are wanted; all, where it is left out
   */
  entries(only?: Uint8Array): AsyncIterable<ArchiveEntry>;
  /** Reads one file. Never throws: what is wrong with a file is in the reading. */
  read(entry: ArchiveEntry): Reading;
  /** The path that the generator itself knows a file by: from its folder of collections. */
  generatorPath(path: string): string;
}

/** An archive that cannot be opened. The message says what, where, and what to do next. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';
  constructor(
    readonly code:
      | 'ARCHIVE_NOT_FOUND'
      | 'ARCHIVE_NOT_A_DIRECTORY'
      | 'ARCHIVE_EMPTY'
      | 'ARCHIVE_NO_POSTS'
      | 'ARCHIVE_CONFIG_INVALID'
      | 'ARCHIVE_SETTINGS_INVALID'
      | 'ARCHIVE_DIALECT_UNKNOWN'
      | 'ARCHIVE_OPTION_INVALID',
    message: string,
    options?: ErrorOptions
  ) {
    super(message, options);
  }
}
