import type { MessagePort } from 'node:worker_threads';

import type { OpenOptions } from '../archive/archive';
import type { PackedFiles } from '../archive/files/file-list';
import type { Layout } from '../core/fit/layout';
import type { KeyCounts } from '../core/keys/key-counts';
import type { LocaleRules } from '../core/translations/localise-post';
import type { SourceAttributes } from './check-source';
import type { FittedFile } from './fit-file';
import type { FoundFile } from './found-file';

/** What a reading thread is to read. */
export interface ReadingSetup {
  readonly location: string;
  readonly options: OpenOptions;
  /** The name of the archive's dialect. */
  readonly dialect: string;
  readonly files: PackedFiles;
  /** By index in `files`, not 0 for those that are to be read; null for all. */
  readonly only: Uint8Array | null;
  /** Bytes of what is read in place of a file, by the checksum of the file: they count with its batch. */
  readonly corrected: ReadonlyMap<string, number>;
  /** The name that the ledger knows the archive by. */
  readonly archive: string;
  /** How many files a batch holds at most. */
  readonly batchLimit: number;
  readonly layout: Layout;
  readonly locales: LocaleRules;
  /** The configuration of `source-links`. */
  readonly sourceRules: object;
  /** Null where `source-links` does not serve the content type. */
  readonly sourceAttributes: SourceAttributes | null;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Whether the keys of all files are counted, also of those that are not due. */
  readonly countsKeys?: boolean;
}

/** What is read in place of files that people have corrected, by the checksum of the file. */
export type CorrectedTexts = ReadonlyMap<string, string>;

export const NO_TEXTS: CorrectedTexts = new Map();

/** What a thread is told before it is asked: the first message of each reading. */
export interface ThreadSetup {
  readonly reading: ReadingSetup;
  /** Where it sends the files that it has read, one batch for each request. */
  readonly store: MessagePort;
}

/** The files that were read for one request. */
export interface FittedBatch {
  /** Which request to read it answers, from 1. */
  readonly number: number;
  readonly files: readonly FittedFile[];
}

/**
 * `next` asks for the next files; `read` reads those of the oldest list that are due, and drops the list;
 * `keys` asks for the keys of what has been read; `end` ends the reading, also one that has not begun; `leave` ends
 * the thread, and has no answer.
 */
export type Request =
  | { readonly kind: 'next' }
  | {
      readonly kind: 'read';
      readonly keys: readonly string[];
      readonly corrected: CorrectedTexts;
    }
  | { readonly kind: 'keys' }
  | { readonly kind: 'end' }
  | { readonly kind: 'leave' };

/**
 * Answers come in the order of the requests. An empty list of found files is the end; `read` says that
 * a batch has been sent to the store.
 */
export type Answer =
  | { readonly kind: 'found'; readonly files: readonly FoundFile[] }
  | { readonly kind: 'read' }
  | { readonly kind: 'keys'; readonly keys: KeyCounts }
  | { readonly kind: 'ended' };
