import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ArchiveEntry, Refusal } from '../../core/entry';
import { REFUSALS } from './obstacles';

/** Larger files are not read, which bounds the reader's time and memory. */
const MAX_FILE_BYTES = 8 * 1024 * 1024;

export interface LocatedFile {
  /** From the archive's root. */
  readonly path: string;
  readonly refusal: Refusal | null;
}

/** Files that are read before the event loop gets its turn. */
const TURN = 64;

/**
 * Reads files in their order, one at a time, and synchronously: for small files that is several times
 * faster than the thread pool. Every few files the event loop gets its turn.
 */
export async function* loadEntries(
  root: string,
  files: Iterable<LocatedFile>
): AsyncGenerator<ArchiveEntry> {
  let read = 0;
  for (const file of files) {
    read += 1;
    if (read % TURN === 0) await nextTurn();
    yield loadEntry(root, file);
  }
}

const NO_BYTES = new Uint8Array();

const loadEntry = (root: string, file: LocatedFile): ArchiveEntry => {
  const refused = (refusal: Refusal): ArchiveEntry => ({
    path: file.path,
    bytes: NO_BYTES,
    modifiedAt: 0,
    refusal,
  });
  if (file.refusal) return refused(file.refusal);
  try {
    // O_NONBLOCK, since the file may have become a pipe after it was listed.
    const descriptor = openSync(`${root}/${file.path}`, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const found = fstatSync(descriptor);
      if (!found.isFile()) return refused(REFUSALS.special);
      const { size, mtimeMs } = found;
      if (size > MAX_FILE_BYTES) return refused(tooLarge(size));
      return { path: file.path, bytes: readFileSync(descriptor), modifiedAt: mtimeMs };
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    return refused(unreadable(error));
  }
};

const tooLarge = (size: number): Refusal => ({
  code: 'FILE_TOO_LARGE',
  status: 'quarantined',
  message: `The file has ${size} bytes, more than the ${MAX_FILE_BYTES} a post may have. Split it.`,
});

const unreadable = (error: unknown): Refusal => {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    code: 'ARCHIVE_FILE_UNREADABLE',
    status: 'quarantined',
    message: `The file could not be opened (${reason}). Check its permissions and import again.`,
  };
};
