import type { Place } from 'strapi-plugin-kit/config';
import type { DialectChoice } from '../core/dialects/list';
import type { ArchiveEntry } from '../core/entry';
import type { Issue } from '../core/issue';
import type { MappedKey } from '../core/keys/mapped-key';
import type { Reading } from '../core/post';
import type { FileList } from './files/file-list';
import type { ArchiveSettings } from './settings/settings';

/** Options of opening an archive; the archive itself says what is left out. */
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
  /** Whether each category of a post is the parent of the next, unless `.broadsheet.yml` says. */
  readonly nestedCategories?: boolean;
  /** What stands for the `mapping` of `.broadsheet.yml`, of which all else stays in force. */
  readonly mapping?: readonly MappedKey[];
}

/** An opened archive: its configuration is read, its files are not. */
export interface Archive {
  readonly root: string;
  /** The base name of the path it was opened by. */
  readonly name: string;
  readonly dialect: string;
  /** IANA name of the zone that dates are read in. */
  readonly timezone: string;
  /**
   * Hash of everything but a file's bytes that decides how it is read: dialect, configuration, options,
   * reader.
   */
  readonly fingerprint: string;
  /** The settings of `.broadsheet.yml`; `mapping` and `trailers` are used when posts are written. */
  readonly settings: ArchiveSettings;
  /** Where the settings are written, for messages. */
  readonly settingsPlace: Place;
  /** Issues of the archive as a whole: an assumed zone, settings that were not understood. */
  readonly issues: readonly Issue[];
  /** The files of `entries`, as they were when the archive was opened, and what keeps one from being read. */
  readonly files: FileList;
  /** The number of files. */
  readonly found: number;
  /**
   * Every file found, in the byte order of its path. Holds a handful of files at a time.
   *
   * @param only by index in `files`, not 0 for those that are wanted; all by default
   */
  entries(only?: Uint8Array): AsyncIterable<ArchiveEntry>;
  /** Reads one file. Never throws: what is wrong with a file is in the reading. */
  read(entry: ArchiveEntry): Reading;
  /** The path that the generator itself knows a file by. */
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
