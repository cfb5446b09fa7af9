import type { ArchiveRules } from '../../../import/reading-rules';
import type { DeskReading } from '../../../panel/desk-contract';

/** A file of an archive that is to be read. */
export interface FileAsked {
  /** Absolute. */
  readonly root: string;
  /** Another once the archive has other files. */
  readonly version: string;
  readonly rules: ArchiveRules;
  /** The name that the ledger knows the archive by. */
  readonly archive: string;
  readonly path: string;
  /** What is read in its place; null for the file as it stands. */
  readonly text: string | null;
}

/** The file as it stands. */
export interface FileFound {
  readonly checksum: string;
  readonly size: number;
  /** Null where nothing could be opened. */
  readonly content: { readonly text: string; readonly encoding: string | null } | null;
  readonly reading: DeskReading;
}

/** What comes of it. `none`: the archive lists no such file. `problem`: it cannot be opened, and why. */
export type FileAnswer =
  | { readonly kind: 'found'; readonly file: FileFound }
  | { readonly kind: 'none' }
  | { readonly kind: 'problem'; readonly reason: string };
