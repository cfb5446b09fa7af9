import { hash } from 'node:crypto';

import type { ArchiveEntry } from '../core/entry';
import { recordKey } from '../ledger/keys';

/** One file of an archive, before it is read. */
export interface FoundFile {
  /** The key of its record in the ledger. */
  readonly key: string;
  readonly path: string;
  /** SHA-256 of the bytes, in hex. */
  readonly checksum: string;
}

/**
 * Tells by which key and checksum the ledger knows a file.
 *
 * @param archive the name that the ledger knows the archive by
 */
export const identifyFile = (archive: string, { path, bytes }: ArchiveEntry): FoundFile => ({
  key: recordKey(archive, path),
  path,
  checksum: hash('sha256', bytes),
});
