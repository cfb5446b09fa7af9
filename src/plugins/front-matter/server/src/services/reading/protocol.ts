import type { MessagePort } from 'node:worker_threads';

import type { OpenOptions } from '../../archive/archive';
import type { PackedFiles } from '../../archive/files/file-list';
import type { Layout } from '../../core/plan/layout';
import type { LocaleRules } from '../../core/translations/localise-post';
import type { ExaminedFile, SeenFile } from './examine';
import type { SourceAttributes } from './settle-source';

/** What a reading thread is started with. */
export interface ReadingSetup {
  readonly location: string;
  readonly options: OpenOptions;
  readonly files: PackedFiles;
  /** By place in `files`, other than 0 for those that are to be read; null for all. */
  readonly only: Uint8Array | null;
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
}

/** What the thread itself is given. */
export interface ThreadSetup {
  readonly reading: ReadingSetup;
  /** Where it leaves what it has examined, a parcel for every request. */
  readonly store: MessagePort;
}

/** What has been examined for one request. */
export interface Parcel {
  /** Counts the requests to examine, from 1. */
  readonly number: number;
  readonly files: readonly ExaminedFile[];
}

/** `next` lists the next files; `examine` reads those of the oldest list that are due, and lets go of it. */
export type Request =
  { readonly kind: 'next' } | { readonly kind: 'examine'; readonly keys: readonly string[] };

/**
 * An empty list of files is the end; what is examined lies in the store. Answers come in the order
 * of the requests.
 */
export type Answer =
  { readonly kind: 'files'; readonly files: readonly SeenFile[] } | { readonly kind: 'examined' };
