import type { IssueCode } from './issue-codes';

/** One file of an archive that may be a post. */
export interface ArchiveEntry {
  /** Relative to the archive's root, `/` between its parts, as the file system spells it. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** When the file was last written, in milliseconds since the epoch: a draft's date. */
  readonly modifiedAt: number;
  /** Why the file was not opened; its bytes are empty then. */
  readonly refusal?: Refusal;
}

/** Why a file is not read. */
export interface Refusal {
  readonly code: IssueCode;
  readonly status: 'quarantined' | 'skipped';
  /** What is wrong and what to do next. */
  readonly message: string;
}
